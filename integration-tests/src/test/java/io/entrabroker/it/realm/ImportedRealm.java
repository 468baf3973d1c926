package io.entrabroker.it.realm;

import io.entrabroker.it.RecordedKeycloak;
import io.entrabroker.it.RunningKeycloak;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.quickstart.keycloak.KeycloakDistribution;
import io.entrabroker.quickstart.keycloak.KeycloakSetup;
import io.entrabroker.quickstart.keycloak.KeycloakTemplates;
import io.entrabroker.quickstart.keycloak.StartOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A Keycloak that has imported the realm file, started when the first test class asks for it and
 * shared by all that give the same environment.
 */
final class ImportedRealm implements BeforeAllCallback {
  static final String CLIENT_SECRET = "a-secret-of-this-test-and-no-other";

  private static final Path ROOT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath().normalize();
  private static final Path WORK = ROOT.resolve("integration-tests/target");
  private static final Path FILE = ROOT.resolve("realm-export/openmetadata-realm.json");

  private static final Map<String, String> SITE =
      Map.ofEntries(
          Map.entry("OPENMETADATA_URL", "https://catalog.contoso.example"),
          Map.entry("OPENMETADATA_REALM_DISPLAY_NAME", "Contoso catalog"),
          Map.entry("OPENMETADATA_CONFIDENTIAL_ENABLED", "true"),
          Map.entry("OPENMETADATA_CLIENT_SECRET", CLIENT_SECRET),
          Map.entry("OPENMETADATA_PUBLIC_ENABLED", "true"),
          Map.entry("ENTRA_ENABLED", "true"),
          Map.entry("ENTRA_AUTHORITY", "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c"),
          Map.entry("ENTRA_CLIENT_ID", "b7a1c2d3-0002-4a4a-9b9b-c0ffee000002"),
          Map.entry("ENTRA_CLIENT_SECRET", "none"),
          Map.entry("ENTRA_REGISTRATION", "spa"),
          Map.entry("ENTRA_MAIL_DOMAINS", "contoso.example"),
          Map.entry("ENTRA_ACCESS_GATE", "mapped-role"),
          Map.entry("ENTRA_APP_ROLES", "Catalog.Steward = DataSteward"),
          Map.entry("ENTRA_GROUP_ROLES", "11111111-2222-4333-8444-555555555555 = DataSteward"),
          Map.entry("ENTRA_GROUP_BINDINGS", "11111111-2222-4333-8444-555555555555 = Finance"),
          Map.entry("OPENMETADATA_VERSION", "2.0"),
          Map.entry("ENTRA_FLOW", "code"));

  private final Map<String, String> environment;
  private @Nullable RunningKeycloak server;

  private ImportedRealm(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Nothing set: what a bare import gives. */
  static ImportedRealm inAnEmptyEnvironment() {
    return new ImportedRealm(Map.of());
  }

  /** Every variable set, each to something else than its default where it has one. */
  static ImportedRealm atASite() {
    return new ImportedRealm(SITE);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server =
        context
            .getRoot()
            .getStore(Namespace.create(ImportedRealm.class))
            .getOrComputeIfAbsent(environment, key -> start(), RunningKeycloak.class);
  }

  RunningKeycloak server() {
    return Objects.requireNonNull(server);
  }

  AdminApi admin() {
    return server().admin();
  }

  RealmEndpoints endpoints() {
    return new RealmEndpoints(server().realmUri());
  }

  /** The file as Keycloak reads it: with this environment's values in place of the placeholders. */
  String fileWithValues() {
    try {
      return Placeholders.replaced(Files.readString(FILE), environment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same JARs as in the sign-in tests, so that the empty environment shares their template. */
  private RunningKeycloak start() {
    KeycloakSetup setup =
        KeycloakSetup.of(KeycloakDistribution.find(ROOT))
            .withJars(
                ROOT.resolve("provider/target/openmetadata-entra-provider.jar"),
                ROOT.resolve("themes/target/openmetadata-entra-themes.jar"),
                WORK.resolve("unguarded-provider-for-tests.jar"))
            .withRealm(FILE)
            .withImportEnvironment(environment);
    return RecordedKeycloak.started(
        new KeycloakTemplates(WORK.resolve("keycloak-templates")).prepare(setup),
        StartOptions.forTests(),
        WORK.resolve("keycloak"));
  }
}
