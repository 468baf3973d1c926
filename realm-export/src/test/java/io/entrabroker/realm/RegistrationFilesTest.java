package io.entrabroker.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrabroker.catalog.BaseRole;
import io.entrabroker.claims.ClaimName;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The app registrations of deploy/entra are those that the realm and the broker need. */
class RegistrationFilesTest {

  private static final Path ENTRA = Path.of("..", "deploy", "entra");
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"web", "spa"})
  void theBrokerReadsEveryOptionalClaim(String kind) throws Exception {
    assertThat(texts(file(kind).at("/optionalClaims/idToken"), "name"))
        .isNotEmpty()
        .isSubsetOf(claimNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "spa"})
  void theReadmeAsksForTheSameOptionalClaims(String kind) throws IOException {
    String step =
        Files.readString(Path.of("..", "README.md"))
            .lines()
            .filter(line -> line.startsWith("| 2. *Token configuration"))
            .findFirst()
            .orElseThrow();
    List<String> claims = texts(file(kind).at("/optionalClaims/idToken"), "name");

    assertThat(step.split("`", -1)).contains(claims.toArray(String[]::new));
    assertThat(step.chars().filter(c -> c == '`').count()).isEqualTo(claims.size() * 2L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "spa"})
  void theAppRolesAreTheCatalogs(String kind) throws IOException {
    assertThat(texts(file(kind).path("appRoles"), "value"))
        .containsExactly(BaseRole.standard().name(), "DataSteward", "Admin");
  }

  @Test
  void theAliasAndTheRealmOfTheScriptAreThoseOfTheRealmFile() throws IOException {
    JsonNode realm =
        JSON.readTree(Files.readString(Path.of("..", "realm-export", "openmetadata-realm.json")));
    String script = Files.readString(ENTRA.resolve("apply"));

    assertThat(script)
        .contains(
            " realm=" + realm.path("realm").asText() + " ",
            " alias=" + realm.at("/identityProviders/0/alias").asText() + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "spa"})
  void theRealmsReadmeListsTheSameAddresses(String kind) throws IOException {
    JsonNode file = file(kind);
    String readme = Files.readString(Path.of("..", "realm-export", "README.md"));

    assertThat(texts(file.at("/" + kind + "/redirectUris"), ""))
        .hasSize(2)
        .allSatisfy(uri -> assertThat(readme).contains("`" + filled(uri) + "`"));
    assertThat(readme).contains("`" + filled(file.at("/web/logoutUrl").asText()) + "`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "spa", "ingestion"})
  void tokensAreOfTheSecondVersionAndForOneTenant(String kind) throws IOException {
    assertThat(file(kind).at("/api/requestedAccessTokenVersion").asInt()).isEqualTo(2);
    assertThat(file(kind).path("signInAudience").asText()).isEqualTo("AzureADMyOrg");
  }

  @Test
  void theRealmsOwnCredentialIsTheOneThatTheDocumentationMakes() throws IOException {
    JsonNode credential = file("federated-credentials/keycloak-realm");
    String docs = Files.readString(Path.of("..", "docs", "credentials.md"));

    assertThat(docs)
        .contains(
            "\"name\": \"" + credential.path("name").asText() + "\"",
            "\"subject\": \"" + filled(credential.path("subject").asText()) + "\"");
  }

  private static JsonNode file(String name) throws IOException {
    return JSON.readTree(Files.readString(ENTRA.resolve(name + ".json")));
  }

  private static String filled(String text) {
    return text.replace("${KEYCLOAK_URL}", "https://<keycloak>")
        .replace("${REALM}", "openmetadata")
        .replace("${ALIAS}", "entra");
  }

  private static List<String> texts(JsonNode list, String member) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(one -> member.isEmpty() ? one.asText() : one.path(member).asText())
        .toList();
  }

  private static Set<String> claimNames() throws ReflectiveOperationException {
    Set<String> names = new HashSet<>();
    for (Field field : ClaimName.class.getFields()) {
      names.add((String) field.get(null));
    }
    return names;
  }
}
