package io.entrabroker.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.Registration;
import io.entrabroker.simulator.directory.RegistrationSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terraform registers what the JSON files say: it reads them, and leaves nothing out. */
class TerraformTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ENTRA = Path.of("..", "deploy", "entra");
  private static final Path TERRAFORM = ENTRA.resolve("terraform");

  /** What Terraform calls the elements of a list. */
  private static final Map<String, String> ELEMENTS =
      Map.of(
          "each.value.optionalClaims.idToken", "id_token.value",
          "each.value.optionalClaims.accessToken", "access_token.value",
          "each.value.optionalClaims.saml2Token", "saml2_token.value",
          "each.value.appRoles", "app_role.value",
          "each.value.requiredResourceAccess", "required_resource_access.value",
          "required_resource_access.value.resourceAccess", "resource_access.value",
          "each.value.api.oauth2PermissionScopes", "oauth2_permission_scope.value");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"web.json", "spa.json", "ingestion.json"})
  void everyPropertyOfAFileReachesEntra(String file) throws IOException {
    TreeSet<String> wanted = new TreeSet<>();
    properties("each.value", JSON.readTree(Files.readString(ENTRA.resolve(file))), wanted);
    // A client that may use the API without asking is a decision of the tenant's.
    wanted.remove("each.value.api.preAuthorizedApplications");

    assertThat(used("main.tf")).containsAll(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keycloak-realm.json", "workload-identity.json"})
  void everyPropertyOfAFederatedCredentialReachesEntra(String file) throws IOException {
    TreeSet<String> wanted = new TreeSet<>();
    Path path = ENTRA.resolve("federated-credentials").resolve(file);
    properties("each.value", JSON.readTree(Files.readString(path)), wanted);

    assertThat(used("main.tf")).containsAll(wanted);
  }

  @Test
  void everyPlaceholderOfTheFilesIsFilledInAndNoOther() throws IOException {
    TreeSet<String> placeholders = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ENTRA)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
        all("\\$\\{([A-Z_]+)}", Files.readString(file)).forEach(placeholders::add);
      }
    }

    assertThat(all("(?m)^    ([A-Z_]+) +=", text("registrations.tf")))
        .containsExactlyInAnyOrderElementsOf(placeholders);
  }

  @Test
  void noSecretIsMadeBecauseItWouldBeInTerraformsState() throws IOException {
    assertThat(text("main.tf") + text("outputs.tf")).doesNotContain("password", "secret");
  }

  /** Where Terraform is installed: its own words for the files' contents, without any provider. */
  @TestFactory
  Stream<DynamicTest> terraformReadsWhatTheSimulatorReads() {
    return Program.TERRAFORM.find().stream()
        .flatMap(terraform -> Stream.of("https://sso.contoso.example", "http://localhost:8080"))
        .map(url -> dynamicTest(url, () -> readsTheSame(url)));
  }

  @TestFactory
  Stream<DynamicTest> terraformFindsTheFilesWellFormed() {
    return Program.TERRAFORM.find().stream()
        .map(
            terraform ->
                dynamicTest(
                    "fmt", () -> assertThat(terraform("", "fmt", "-check", "-diff")).isEmpty()));
  }

  private void readsTheSame(String url) throws IOException, InterruptedException {
    String answer =
        terraform(
            "jsonencode(local.applications)",
            "console",
            "-var=keycloak_url=" + url,
            "-var=registrations=[\"web\",\"spa\",\"ingestion\"]");
    String quoted =
        answer.lines().filter(line -> line.startsWith("\"{")).findFirst().orElse(answer);
    JsonNode read = JSON.readTree(JSON.readValue(quoted, String.class));

    RegistrationSite site = new RegistrationSite(url, "openmetadata", "entra");
    ObjectNode wanted = JSON.createObjectNode();
    for (Registration one : Registration.values()) {
      wanted.set(one.name().toLowerCase(Locale.ROOT), one.of(site, ""));
    }
    wanted.forEach(one -> ((ObjectNode) one).remove("appId"));
    assertThat(read).isEqualTo(wanted);
  }

  private String terraform(String input, String... arguments)
      throws IOException, InterruptedException {
    Path copy = Files.createDirectories(folder.resolve("entra/terraform"));
    List<String> files =
        input.isEmpty()
            ? List.of("main.tf", "outputs.tf", "registrations.tf", "variables.tf", "versions.tf")
            : List.of("registrations.tf", "variables.tf");
    for (String file : files) {
      Files.writeString(copy.resolve(file), text(file));
    }
    for (String file : List.of("web.json", "spa.json", "ingestion.json")) {
      Files.writeString(copy.resolveSibling(file), Files.readString(ENTRA.resolve(file)));
    }
    List<String> command = new ArrayList<>(List.of(Program.TERRAFORM.path()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(copy.toFile());
    builder.redirectInput(Files.writeString(folder.resolve("input"), input + "\n").toFile());
    builder.redirectOutput(folder.resolve("output").toFile());
    builder.redirectError(folder.resolve("errors").toFile());
    builder.environment().put("CHECKPOINT_DISABLE", "1");
    builder.start().waitFor();
    return Files.readString(folder.resolve("output"), UTF_8);
  }

  private static void properties(String path, JsonNode value, TreeSet<String> found) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(one -> properties(path + "." + one.getKey(), one.getValue(), found));
      return;
    }
    found.add(path);
    if (ELEMENTS.containsKey(path)) {
      value.forEach(element -> properties(ELEMENTS.get(path), element, found));
    }
  }

  private static List<String> used(String file) throws IOException {
    return all("([a-z0-9_]+\\.value(?:\\.[A-Za-z0-9]+)+)", text(file));
  }

  private static List<String> all(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    return found.results().map(one -> one.group(1)).distinct().toList();
  }

  private static String text(String file) throws IOException {
    return Files.readString(TERRAFORM.resolve(file));
  }
}
