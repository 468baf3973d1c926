package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line; where it serves, in a process of its own. */
class MainTest {

  @TempDir Path folder;

  @Test
  void itServesTheDirectoryOfAFileUntilItIsStopped() throws Exception {
    Path file = Files.writeString(folder.resolve("directory.json"), FABRIKAM);
    Process process = start("--port", "0", "--directory", file.toString());
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      assertThat(line).startsWith("The Entra ID simulator is listening on http://localhost:");
      URI host = URI.create(line.substring(line.indexOf("http://")));

      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          host.resolve("/fabrikam.example/v2.0/.well-known/openid-configuration"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());

      assertThat(answer.body()).contains("fab41ca0-0000-4000-8000-000000000001");
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aProcessThatCannotStartEndsWithItsExitCode() throws Exception {
    Process process = start("--magic");
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(2);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void itPrintsNothingButTheCertificateOnStandardOutput() throws Exception {
    Process process = start("--port", "0", "--https-port", "0", "--print-ca");
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = new ArrayList<>();
      do {
        lines.add(out.readLine());
      } while (!"-----END CERTIFICATE-----".equals(lines.get(lines.size() - 1)));

      assertThat(lines.get(0)).isEqualTo("-----BEGIN CERTIFICATE-----");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void helpNamesEveryOption() {
    Finished finished = run("--help");

    assertThat(finished.exitCode()).isZero();
    assertThat(finished.out())
        .contains(
            "--port",
            "--https-port",
            "--directory",
            "--registration",
            "--host",
            "--public-url",
            "--public-https-url",
            "--print-ca",
            "--help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port x               | 2 | --port must be a number, not 'x'.",
        "--port 70000           | 2 | --port must be between 0 and 65535, not 70000.",
        "--port                 | 2 | --port needs a value; see --help.",
        "--magic                | 2 | There is no option --magic; see --help.",
        "--print-ca             | 2 | --print-ca needs --https-port: without https there is no CA.",
        "--public-url foo       | 2 | must be like https://entra.example:8443",
        "--directory missing    | 1 | The directory file missing cannot be read.",
        "--registration missing | 1 | The registration missing cannot be read.",
        "--registration ../deploy/entra/web.json | 1 | The registration has placeholders"
      })
  void aWrongArgumentIsExplainedInASentence(String arguments, int exitCode, String sentence) {
    Finished finished = run(arguments.split(" ", -1));

    assertThat(finished.err()).contains(sentence).doesNotContain("\tat ", "Exception");
    assertThat(finished.out()).isEmpty();
    assertThat(finished.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void aPortThatIsTakenIsExplainedInASentence() {
    try (EntraSimulator entra = EntraSimulator.builder().start()) {
      int port = entra.httpUri().getPort();

      Finished finished = run("--port", Integer.toString(port));

      assertThat(finished.exitCode()).isEqualTo(1);
      assertThat(finished.err())
          .startsWith("The simulator cannot listen: ")
          .contains(":" + port, "choose another with --port")
          .hasLineCount(1);
    }
  }

  private static Finished run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Main main =
        new Main(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    int exitCode = main.run(List.of(arguments)).orElseThrow();
    return new Finished(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()),
                Stream.of(arguments))
            .toList();
    return new ProcessBuilder(command).start();
  }

  private record Finished(int exitCode, String out, String err) {}

  private static final String FABRIKAM =
      """
      { "organization": { "id": "fab41ca0-0000-4000-8000-000000000001", "displayName": "Fabrikam",
                          "verifiedDomains": [ { "name": "fabrikam.example" } ] } }
      """;
}
