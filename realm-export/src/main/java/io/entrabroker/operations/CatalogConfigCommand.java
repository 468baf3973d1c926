package io.entrabroker.operations;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bin/catalog-config}: writes what the catalog has to be told. */
@Command(
    name = "catalog-config",
    description = "Writes the configuration with which OpenMetadata signs people in by the realm.",
    footer = {
      "",
      "Credentials come from the environment: KEYCLOAK_ADMIN_USERNAME and KEYCLOAK_ADMIN_PASSWORD of"
          + " an administrator, or KEYCLOAK_ADMIN_CLIENT_ID and KEYCLOAK_ADMIN_CLIENT_SECRET of a"
          + " service account (in the realm master, or in that of KEYCLOAK_ADMIN_CLIENT_REALM). View"
          + " rights over the realm, its clients and identity providers are enough; --with-secret needs"
          + " the right to manage clients.",
      "",
      "Formats: docker-env, openmetadata-yaml, helm-values, helm-secret, settings-json,"
          + " ingestion-yaml, collate-sheet."
    },
    sortOptions = false)
final class CatalogConfigCommand implements Callable<Integer> {

  private final Map<String, String> environment;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private KeycloakOptions keycloak = new KeycloakOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "docker-env",
      description = "One of those below (${DEFAULT-VALUE}).")
  private String format = "docker-env";

  @Option(
      names = "--catalog-version",
      paramLabel = "RELEASE",
      defaultValue = "",
      description =
          "OpenMetadata's release, such as 1.12.3. Without it the oldest that the identity provider"
              + " is set up for.")
  private String release = "";

  @Option(
      names = "--flow",
      paramLabel = "FLOW",
      defaultValue = "",
      description = "public or confidential. Without it that of the client that is enabled.")
  private String flow = "";

  @Option(
      names = "--catalog-url",
      paramLabel = "URL",
      defaultValue = "",
      description = "The catalog as browsers see it. Without it the root URL of its client.")
  private String url = "";

  @Option(
      names = "--principal-domain",
      paramLabel = "DOMAIN",
      defaultValue = "",
      description =
          "Your mail domain. Without it the first one that the identity provider is set up with.")
  private String principalDomain = "";

  @Option(
      names = "--admins",
      paramLabel = "ADDRESSES",
      defaultValue = "",
      description = "E-mail addresses of the catalog's first administrators, separated by commas.")
  private String admins = "";

  @Option(
      names = "--with-secret",
      description = "Write the client's secret, too. Only to a file that nobody else can read.")
  private boolean withSecret;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write to; without it to standard output.")
  private Path output = Path.of("");

  @Option(names = "--help", usageHelp = true, description = "This text.")
  private boolean help;

  CatalogConfigCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    boolean toFile = !output.toString().isEmpty();
    if (withSecret && !toFile) {
      throw new OperationProblem(
          "--with-secret needs --output: what is printed stays on screens and in logs.");
    }
    String written = keycloak.admin(environment).text(path());
    if (toFile) {
      PrivateFile.write(output, written);
      err().println("Wrote " + output + (withSecret ? " (with the secret)" : "") + ".");
    } else {
      spec.commandLine().getOut().print(written);
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  private String path() {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("flow", flow);
    query.put("release", release);
    query.put("url", url);
    query.put("principal-domain", principalDomain);
    query.put("admins", admins);
    query.put("secret", withSecret ? "include" : "");
    return "/"
        + encoded(keycloak.realm())
        + "/openmetadata/catalog-config/"
        + encoded(format)
        + "?"
        + query.entrySet().stream()
            .filter(entry -> !entry.getValue().isBlank())
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
