package io.entrabroker.catalog.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form for every release and client, letter by letter. {@code -Dupdate.docs=true} writes. */
class CatalogExportTest {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "catalog-config");

  @TestFactory
  Stream<DynamicTest> everyFormIsWhatItWas() {
    return ExampleCatalog.all()
        .flatMap(
            settings ->
                Stream.of(CatalogExport.values())
                    .filter(format -> format.fits(settings.release()))
                    .map(format -> test(settings, format)));
  }

  private static DynamicTest test(CatalogSettings settings, CatalogExport format) {
    Path golden =
        GOLDEN
            .resolve(settings.release().toString())
            .resolve(settings.client().kind().name().toLowerCase(Locale.ROOT))
            .resolve(format.fileName());
    return DynamicTest.dynamicTest(
        GOLDEN.relativize(golden).toString(), () -> compare(golden, format.write(settings)));
  }

  private static void compare(Path golden, String written) throws IOException {
    if (Boolean.getBoolean("update.docs")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, written);
    }
    assertThat(written)
        .as("Run: mvn -pl provider test -Dtest=CatalogExportTest -Dupdate.docs=true")
        .isEqualTo(Files.readString(golden));
  }

  @Test
  void theSecretStandsWhereTheCatalogReadsItAndNowhereElse() {
    CatalogSettings settings = ExampleCatalog.withSecret("1.13.1", "s3cretOfTheCatalog");

    assertThat(Stream.of(CatalogExport.values()).filter(format -> shows(format, settings)))
        .containsExactly(
            CatalogExport.DOCKER_ENV, CatalogExport.HELM_SECRET, CatalogExport.SETTINGS_JSON);
  }

  private static boolean shows(CatalogExport format, CatalogSettings settings) {
    return format.write(settings).contains("s3cretOfTheCatalog");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "s3cretOfTheCatalog, s3cretOfTheCatalog",
        "a$b'c #d, |'\"a$b\\'c #d\"'|",
        "0123456789, |'\"0123456789\"'|",
        "*starOfTheSea, |'\"*starOfTheSea\"'|",
        "1e5, |'\"1e5\"'|",
        "true, |'\"true\"'|"
      })
  void aSecretThatYamlWouldTakeForSomethingElseIsQuotedForYamlAndThenForCompose(
      String secret, String written) {
    CatalogSettings settings = ExampleCatalog.withSecret("1.13.1", secret);

    assertThat(CatalogExport.DOCKER_ENV.write(settings))
        .contains("OIDC_CLIENT_SECRET=" + written + "\n");
  }

  @Test
  void theChartMakesAVariableOfItsSecretSoThatIsQuotedForYamlToo() {
    assertThat(CatalogExport.HELM_SECRET.write(ExampleCatalog.withSecret("1.13.1", "0123456789")))
        .contains("openmetadata-oidc-client-secret: \"\\\"0123456789\\\"\"\n");
  }

  @Test
  void whereNothingIsToBeSetAnEmptyTextIsWrittenThatComposeDoesNotReplace() {
    assertThat(CatalogExport.DOCKER_ENV.write(ExampleCatalog.confidential("1.13.1")))
        .contains("OIDC_PROMPT_TYPE='\"\"'\n", "OIDC_TENANT='\"\"'\n");
  }

  @Test
  void whatNotEveryCutOfAReleaseKnowsStandsInNoFileThatWouldBeRefused() {
    CatalogSettings settings = ExampleCatalog.confidential("2.0");

    assertThat(SettingsJson.tree(settings).at("/authenticationConfiguration").has("sessionExpiry"))
        .isFalse();
    assertThat(CatalogExport.SERVER_YAML.write(settings))
        .contains("authenticationConfiguration.sessionExpiry = 36000");
    assertThat(CatalogExport.DOCKER_ENV.write(settings))
        .contains("AUTHENTICATION_SESSION_EXPIRY=36000\n");
  }

  @Test
  void aSecretPrintsNothingOfItself() {
    assertThat(ExampleCatalog.withSecret("1.13.1", "s3cretOfTheCatalog").toString())
        .doesNotContain("s3cret");
  }

  @Test
  void theSettingsApiIsNothingForReleasesWithoutIt() {
    assertThat(CatalogExport.SETTINGS_JSON.fits(CatalogRelease.V1_9)).isFalse();
    assertThat(CatalogExport.SETTINGS_JSON.fits(CatalogRelease.V1_10)).isTrue();
    assertThat(CatalogExport.DOCKER_ENV.fits(CatalogRelease.OLDEST)).isTrue();
  }

  @Test
  void anUnknownFormIsAnsweredWithTheListOfThem() {
    assertThat(CatalogExport.parse("toml").<String>fold(format -> "", problem -> problem))
        .contains("docker-env", "openmetadata-yaml", "helm-values", "settings-json");
    assertThat(CatalogExport.parse("helm-values").asOptional()).contains(CatalogExport.HELM_VALUES);
  }
}
