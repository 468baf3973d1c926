package io.entrabroker.samplecatalog.openmetadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.samplecatalog.rules.ClaimMapping;
import io.entrabroker.samplecatalog.rules.EmailClaim;
import io.entrabroker.samplecatalog.rules.RoleSource;
import io.entrabroker.samplecatalog.rules.SelfSignup;
import io.entrabroker.samplecatalog.settings.CatalogSettings;
import io.entrabroker.samplecatalog.settings.Pkce;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The broker's golden files: whatever their form, they say the same to the catalog. */
class ExportedFilesTest {
  private static final Path GOLDEN =
      Path.of("..", "provider", "src", "test", "resources", "catalog-config");
  private static final String REALM = "https://login.contoso.com/realms/openmetadata";
  private static final Map<String, String> SECRET =
      Map.of("OIDC_CLIENT_SECRET", "PUT-THE-CLIENT-SECRET-HERE");

  @TempDir Path folder;

  static Stream<Path> folders() throws IOException {
    try (Stream<Path> releases = Files.list(GOLDEN)) {
      return releases
          .flatMap(release -> Stream.of("public", "confidential").map(release::resolve))
          .toList()
          .stream();
    }
  }

  private static Release release(Path folder) {
    return Release.of(String.valueOf(folder.getName(folder.getNameCount() - 2)));
  }

  private static boolean isConfidential(Path folder) {
    return folder.endsWith("confidential");
  }

  private static CatalogSettings settings(Path folder, String... names) {
    return settings(release(folder), Stream.of(names).map(folder::resolve).toArray(Path[]::new));
  }

  private static CatalogSettings settings(Release release, Path... files) {
    return new ConfigurationFiles(release, SECRET)
        .read(files)
        .settings(
            new Surroundings(
                0,
                Set.of("DataConsumer"),
                Set.of("Curators"),
                SelfSignup.BY_REQUEST,
                List.of(),
                Map.of()));
  }

  private static CatalogSettings helm(Path folder) {
    return isConfidential(folder)
        ? settings(folder, "values.yaml", "secret.yaml")
        : settings(folder, "values.yaml");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void variablesAndTheChartSayTheSame(Path folder) {
    assertThat(helm(folder)).isEqualTo(settings(folder, "openmetadata.env"));
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theServersFileSaysBesidesWhatHasNoVariable(Path folder) {
    CatalogSettings yaml = settings(folder, "openmetadata.yaml");

    assertThat(yaml)
        .usingRecursiveComparison()
        .ignoringFields("rules.fromToken")
        .isEqualTo(settings(folder, "openmetadata.env"));
    assertThat(yaml.rules().fromToken().roles()).isEqualTo(RoleSource.TOKEN);
    assertThat(yaml.rules().fromToken().teamClaim())
        .isEqualTo(
            isConfidential(folder) && !release(folder).isBefore(new Release(1, 11, 6))
                ? "groups"
                : "");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theBodyOfTheSettingsApiSaysWhatTheServersFileSays(Path folder) {
    Path body = folder.resolve("security-config.json");

    assertThat(Files.exists(body)).isEqualTo(!release(folder).isBefore(new Release(1, 10, 0)));
    if (Files.exists(body)) {
      assertThat(settings(folder, "security-config.json"))
          .isEqualTo(settings(folder, "openmetadata.yaml"));
    }
  }

  @ParameterizedTest
  @MethodSource("folders")
  void theyNameTheRealmAndAskForNothingUnusual(Path folder) {
    CatalogSettings settings = settings(folder, "openmetadata.env");

    assertThat(settings.realm()).isEqualTo(URI.create(REALM));
    assertThat(settings.trust().keys())
        .contains(URI.create(REALM + "/protocol/openid-connect/certs"));
    assertThat(settings.site().addresses().callback(URI.create("http://here")))
        .isEqualTo("https://catalog.contoso.com/callback");
    assertThat(settings.rules().domains().principal()).isEqualTo("contoso.com");
    assertThat(settings.resolution())
        .isInstanceOf(
            release(folder).isBefore(new Release(2, 1, 0)) ? ClaimMapping.class : EmailClaim.class);
    if (isConfidential(folder)) {
      assertThat(settings.clients().exchange().discovery())
          .isEqualTo(URI.create(REALM + "/.well-known/openid-configuration"));
      assertThat(settings.clients().parameters().prompt()).isEmpty();
      assertThat(settings.clients().parameters().maxAge()).isEqualTo("36000");
      assertThat(settings.clients().parameters().pkce()).isEqualTo(Pkce.S256);
    } else {
      assertThat(settings.clients().spa().id()).isEqualTo("openmetadata-spa");
    }
  }

  @Test
  void aFileForANewerReleaseIsRefused() {
    Path yaml = GOLDEN.resolve("1.11.6/confidential/openmetadata.yaml");

    assertThatThrownBy(() -> settings(new Release(1, 11, 5), yaml))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "Unrecognized field at: authenticationConfiguration.jwtTeamClaimMapping");
  }

  @Test
  void aBodyForANewerReleaseIsRefused() {
    Path body = GOLDEN.resolve("2.1.0/public/security-config.json");

    assertThatThrownBy(() -> settings(new Release(2, 0, 0), body))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Unrecognized field at: ");
  }

  @Test
  void variablesForANewerReleaseAreNotReadAtAll() throws IOException {
    Path env = GOLDEN.resolve("2.1.0/public/openmetadata.env");

    assertThat(settings(new Release(2, 0, 0), env).resolution())
        .as("neither emailClaim nor a mapping: the order of claims is left")
        .isNotInstanceOf(EmailClaim.class)
        .isNotInstanceOf(ClaimMapping.class);
  }

  @Test
  void valuesWithoutTheirSecretAreRefused() {
    Path golden = GOLDEN.resolve("1.13.1/confidential");

    assertThatThrownBy(() -> settings(golden, "values.yaml"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("Secret oidc-secrets has no key openmetadata-oidc-client-id");
  }

  @Test
  void aValueThatTheChartDoesNotHaveIsRefused() throws IOException {
    assertThatThrownBy(() -> settings(new Release(1, 13, 1), changed("initialAdmins", "admins")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("openmetadata.config.authorizer.admins");
  }

  @Test
  void aValueOfAnotherTypeIsRefusedByTheChart() throws IOException {
    assertThatThrownBy(
            () ->
                settings(
                    new Release(1, 13, 1),
                    changed("enableSelfSignup: true", "enableSelfSignup: \"true\"")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("openmetadata.config.authentication.enableSelfSignup");
  }

  private Path changed(String from, String to) throws IOException {
    String text = Files.readString(GOLDEN.resolve("1.13.1/public/values.yaml"));
    assertThat(text).contains(from);
    return Files.writeString(folder.resolve("values.yaml"), text.replace(from, to));
  }
}
