package io.entrabroker.it.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.config.CatalogExport;
import io.entrabroker.it.App;
import io.entrabroker.it.CommandRun;
import io.entrabroker.it.Json;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.openmetadata.ConfigurationFiles;
import io.entrabroker.samplecatalog.openmetadata.Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/** What tests share that change a running catalog by {@code bin/catalog-config}. */
abstract class Applied extends ExportTest {

  static final String SETTINGS = "/api/v1/system/security/config";

  /** The secret of a client that is not the realm's. */
  static final String EARLIER_SECRET = "another-clients-secret-0815";

  private static final String NO_CATALOG = "";

  private SampleCatalog catalog;
  private Flow flow = Flow.CONFIDENTIAL;
  private String token = NO_CATALOG;

  Applied() {
    this.catalog = SampleCatalog.builder().publicClient("nobody").start();
  }

  @AfterEach
  final void stopTheCatalog() {
    catalog.close();
  }

  /** Starts a catalog with what the realm writes, changed; it has the team Insights only. */
  final void start(String release, Flow kind, Consumer<ObjectNode> change) {
    flow = kind;
    ObjectNode settings =
        (ObjectNode)
            Json.read(exported().text(CatalogExport.SETTINGS_JSON, kind, settable(release)));
    change.accept(settings);
    withSomebodyFromTheStart(settings);
    Path file = ExportedFiles.write(folder.resolve("before.json"), settings.toString());
    startWith(release, file);
  }

  /** Starts a catalog that nobody has configured. */
  final void startAsItComes(String release) {
    startWith(release, ExportedFiles.write(folder.resolve("nothing.env"), ""));
  }

  private void startWith(String release, Path file) {
    catalog.close();
    catalog =
        SampleCatalog.configuredBy(new ConfigurationFiles(Release.of(release), Map.of()).read(file))
            .port(exported().address().port())
            .upstreams(TRIAL)
            .teams("Insights")
            .start();
    token = catalog.administratorsToken();
  }

  /** Releases after 2.0 are told addresses only, whose owners exist from their first sign-in on. */
  private static void withSomebodyFromTheStart(ObjectNode settings) {
    ObjectNode authorizer = (ObjectNode) settings.get("authorizerConfiguration");
    if (authorizer.path("adminPrincipals").isEmpty()) {
      authorizer.putArray("adminPrincipals").add("first.admin");
    }
  }

  private static String settable(String release) {
    return Release.of(release).hasSettingsApi() ? release : "1.10.0";
  }

  /** The settings of another client, with which nobody can sign in. */
  static void anotherClient(ObjectNode settings) {
    ObjectNode authentication = authentication(settings);
    authentication.put("clientId", "somebody-else");
    if (authentication.get("oidcConfiguration") instanceof ObjectNode oidc) {
      oidc.put("id", "somebody-else").put("secret", EARLIER_SECRET);
    }
  }

  static ObjectNode authentication(ObjectNode settings) {
    return (ObjectNode) settings.get("authenticationConfiguration");
  }

  final String administrator() {
    return token;
  }

  /** What the catalog answers its administrator. */
  final ObjectNode asked(String path) {
    return (ObjectNode) Json.read(App.get(catalog.url() + path, token).body());
  }

  final ObjectNode settings() {
    return asked(SETTINGS);
  }

  final CommandRun apply(String... options) {
    return apply(Map.of(), options);
  }

  /** {@code --apply} for this catalog, with more in the environment. */
  final CommandRun apply(Map<String, String> environment, String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--apply=" + catalog.url(),
                "--flow=" + flow.name().toLowerCase(Locale.ROOT),
                "--principal-domain=contoso.example"));
    if (List.of(options).stream().noneMatch(option -> option.startsWith("--catalog-url"))) {
      all.add("--catalog-url=" + catalog.url());
    }
    all.addAll(List.of(options));
    return run(environment, all.toArray(String[]::new));
  }

  /** {@code --undo} for this catalog. */
  final CommandRun undo(Path file, String... options) {
    List<String> all =
        new ArrayList<>(List.of("--undo=" + catalog.url(), "--rollback-file=" + file));
    all.addAll(List.of(options));
    return run(Map.of(), all.toArray(String[]::new));
  }

  final CommandRun reconcile(String... options) {
    List<String> all = new ArrayList<>(List.of("--reconcile=" + catalog.url()));
    all.addAll(List.of(options));
    return run(Map.of(), all.toArray(String[]::new));
  }

  /** Runs the command, and looks whether it tells a secret or a token. */
  final CommandRun run(Map<String, String> environment, String... options) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.putIfAbsent("OPENMETADATA_TOKEN", token);
    CommandRun run = CommandRun.of(stack.keycloak(), variables, "catalog-config", options);
    assertThat(run.out())
        .doesNotContain(stack.catalogSecret(), stack.keycloak().adminPassword(), token)
        .doesNotContain(EARLIER_SECRET)
        .doesNotContainPattern("eyJ[A-Za-z0-9_-]{10,}");
    return run;
  }
}
