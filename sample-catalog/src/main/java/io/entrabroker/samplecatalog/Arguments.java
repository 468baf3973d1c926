package io.entrabroker.samplecatalog;

import io.entrabroker.samplecatalog.openmetadata.ConfigurationFiles;
import io.entrabroker.samplecatalog.openmetadata.OpenMetadataConfiguration;
import io.entrabroker.samplecatalog.openmetadata.Release;
import io.entrabroker.samplecatalog.rules.Band;
import io.entrabroker.samplecatalog.settings.ResponseType;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line of {@link Main}. */
final class Arguments {
  static final String USAGE =
      """
      Usage: java -cp ... io.entrabroker.samplecatalog.Main OPTIONS
        --realm URL                issuer of the realm
        --band BAND                1.8, 1.9 (to 1.13), 2.0 or email-first (1.9)
        --port N                   port on localhost (8585)
        --client-id ID             confidential client
        --client-secret-env NAME   environment variable with its secret
        --public-client-id ID      public client
        --response-type TYPE       id_token or code, for the public client (id_token)
        --upstreams A,B            aliases of identity providers to choose from
        --prompt VALUE             prompt of the confidential client, '' for none (consent)
        --max-age SECONDS          max_age of the confidential client, '' for none (0)
        --pkce on|off              PKCE of the confidential client (off)
        --oidc-client FILE         oidc-client.min.js, adds the page /real-oidc-client
      or, as OpenMetadata is configured, with --port, --upstreams and --oidc-client of the above:
        --config FILE              .env, openmetadata.yaml, values.yaml of the Helm chart or the
                                   .json of the Settings API; once more for each Secret
        --release RELEASE          such as 1.11.6; instead of it --band for its newest release
        --roles A,B, --teams A,B   the catalog's roles and teams
      """;

  private static final List<String> KNOWN =
      List.of(
          "--realm",
          "--band",
          "--port",
          "--client-id",
          "--client-secret-env",
          "--public-client-id",
          "--response-type",
          "--upstreams",
          "--prompt",
          "--max-age",
          "--pkce",
          "--oidc-client",
          "--release",
          "--roles",
          "--teams");
  private static final Set<String> BESIDE_FILES =
      Set.of("--port", "--band", "--release", "--upstreams", "--oidc-client", "--roles", "--teams");
  private static final Set<String> WITH_FILES = Set.of("--release", "--roles", "--teams");

  private final Map<String, String> values;
  private final List<Path> files;

  private Arguments(Map<String, String> values, List<Path> files) {
    this.values = Map.copyOf(values);
    this.files = List.copyOf(files);
  }

  /**
   * Reads a command line of names and values.
   *
   * @throws IllegalArgumentException with a sentence about the first wrong word
   */
  static Arguments parse(String... words) {
    Map<String, String> values = new HashMap<>();
    List<Path> files = new ArrayList<>();
    Iterator<String> rest = List.of(words).iterator();
    while (rest.hasNext()) {
      String name = rest.next();
      if (!KNOWN.contains(name) && !name.equals("--config")) {
        throw new IllegalArgumentException("Unknown option: " + name);
      }
      if (!rest.hasNext()) {
        throw new IllegalArgumentException("A value is missing after " + name);
      }
      String value = rest.next();
      if (name.equals("--config")) {
        files.add(Path.of(value));
      } else {
        values.put(name, value);
      }
    }
    check(values, !files.isEmpty());
    return new Arguments(values, files);
  }

  private static void check(Map<String, String> values, boolean withFiles) {
    for (String name : values.keySet()) {
      if (withFiles && !BESIDE_FILES.contains(name)) {
        throw new IllegalArgumentException("--config says what " + name + " would say");
      }
      if (!withFiles && WITH_FILES.contains(name)) {
        throw new IllegalArgumentException(name + " goes with --config");
      }
    }
  }

  /**
   * Starts the catalog these options ask for.
   *
   * @param environment where the secret is, and what an {@code openmetadata.yaml} refers to
   * @throws IllegalArgumentException with a sentence about what is wrong
   */
  SampleCatalog start(Map<String, String> environment) {
    return files.isEmpty() ? catalog(environment).start() : configured(environment).start();
  }

  private ConfiguredCatalogBuilder configured(Map<String, String> environment) {
    Release release =
        value("--release")
            .map(Release::of)
            .orElseGet(() -> Release.newestOf(Band.of(value("--band").orElse("1.9"))));
    OpenMetadataConfiguration configuration =
        new ConfigurationFiles(release, environment).read(files.toArray(Path[]::new));
    ConfiguredCatalogBuilder builder = SampleCatalog.configuredBy(configuration).port(port());
    names("--upstreams").ifPresent(builder::upstreams);
    names("--roles").ifPresent(builder::roles);
    names("--teams").ifPresent(builder::teams);
    value("--oidc-client").map(Path::of).ifPresent(builder::oidcClientLibrary);
    return builder;
  }

  private Optional<String[]> names(String option) {
    return value(option).map(list -> list.split(","));
  }

  /**
   * The catalog these options ask for.
   *
   * @param environment where the secret is
   * @throws IllegalArgumentException with a sentence about what is wrong
   */
  SampleCatalogBuilder catalog(Map<String, String> environment) {
    SampleCatalogBuilder builder = SampleCatalog.builder().port(port());
    value("--realm").map(URI::create).ifPresent(builder::realm);
    value("--band").map(Band::of).ifPresent(builder::band);
    value("--client-id").ifPresent(id -> builder.confidentialClient(id, secret(environment)));
    value("--public-client-id").ifPresent(builder::publicClient);
    value("--response-type").map(ResponseType::of).ifPresent(builder::publicResponseType);
    names("--upstreams").ifPresent(builder::upstreams);
    value("--prompt").ifPresent(builder::prompt);
    value("--max-age").ifPresent(builder::maxAge);
    value("--pkce").filter("on"::equals).ifPresent(on -> builder.pkce());
    value("--oidc-client").map(Path::of).ifPresent(builder::oidcClientLibrary);
    return builder;
  }

  private int port() {
    String text = value("--port").orElse("8585");
    if (!text.matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("--port takes a number");
    }
    return Integer.parseInt(text);
  }

  private String secret(Map<String, String> environment) {
    return value("--client-secret-env")
        .flatMap(name -> Optional.ofNullable(environment.get(name)))
        .filter(secret -> !secret.isBlank())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--client-id needs --client-secret-env with the name of a variable that is set"));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
