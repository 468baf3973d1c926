package io.entrabroker.samplecatalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

  @TempDir Path folder;

  @Test
  void theSecretComesFromTheEnvironment() {
    Arguments arguments =
        Arguments.parse("--port", "0", "--client-id", "web", "--client-secret-env", "SECRET");

    try (SampleCatalog catalog = arguments.catalog(Map.of("SECRET", "s3cret")).start()) {
      assertThat(catalog.url().getPort()).isPositive();
    }
  }

  @Test
  void aSecretThatIsNotSetIsNamed() {
    Arguments arguments = Arguments.parse("--client-id", "web", "--client-secret-env", "SECRET");

    assertThatThrownBy(() -> arguments.catalog(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--client-secret-env");
  }

  @ParameterizedTest
  @CsvSource({
    "--port, http, --port takes a number",
    "--response-type, token, response type: write id_token or code",
    "--band, 1.13, 'band: write one of 1.8, 1.9, 2.0, email-first'",
    "--max-age, soon, 'max_age: write seconds, or nothing to leave it out'"
  })
  void aWrongValueIsExplained(String name, String value, String message) {
    Arguments arguments = Arguments.parse(name, value);

    assertThatThrownBy(() -> arguments.catalog(Map.of())).hasMessage(message);
  }

  @Test
  void aWrongWordIsNamed() {
    assertThatThrownBy(() -> Arguments.parse("--prot", "1")).hasMessage("Unknown option: --prot");
    assertThatThrownBy(() -> Arguments.parse("--port"))
        .hasMessage("A value is missing after --port");
  }

  @Test
  void aCatalogWithoutClientDoesNotStart() {
    assertThatThrownBy(() -> Arguments.parse().catalog(Map.of()).start())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFileConfiguresTheCatalogAlone() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("catalog.env"),
            """
            AUTHENTICATION_PROVIDER=custom-oidc
            AUTHENTICATION_CLIENT_ID=openmetadata-spa
            AUTHENTICATION_AUTHORITY=http://localhost:8080/realms/openmetadata
            """);
    Arguments arguments =
        Arguments.parse(
            "--config", file.toString(), "--release", "2.0.0", "--port", "0", "--teams", "A,B");

    try (SampleCatalog catalog = arguments.start(Map.of())) {
      assertThat(catalog.url().getPort()).isPositive();
    }
  }

  @Test
  void besideAFileNothingElseSaysHowPeopleSignIn() {
    assertThatThrownBy(() -> Arguments.parse("--config", "x.env", "--realm", "http://x"))
        .hasMessage("--config says what --realm would say");
    assertThatThrownBy(() -> Arguments.parse("--release", "1.9.0"))
        .hasMessage("--release goes with --config");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Arguments arguments = Arguments.parse("--config", folder.resolve("none.env").toString());

    assertThatThrownBy(() -> arguments.start(Map.of())).hasMessage("none.env cannot be read");
  }
}
