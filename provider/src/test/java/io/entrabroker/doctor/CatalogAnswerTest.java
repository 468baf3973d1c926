package io.entrabroker.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.CatalogVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CatalogAnswerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode NO_KEYS = json("{\"keys\":[]}");

  private static final String EXPECTED =
      """
      {
        "provider": "custom-oidc",
        "authority": "https://login.contoso.com/realms/r",
        "clientType": "confidential",
        "clientId": "openmetadata-web",
        "callbackUrl": "https://catalog.contoso.com/callback",
        "tokenValidationAlgorithm": "RS256",
        "publicKeyUrls": [
          "https://login.contoso.com/realms/r/keys",
          "http://localhost:8585/api/v1/system/config/jwks"
        ],
        "jwtPrincipalClaimsMapping": ["username:preferred_username", "email:email"],
        "enableSelfSignup": true
      }
      """;

  private static Map<Check, Consumer<ObjectNode>> faults() {
    Map<Check, Consumer<ObjectNode>> faults = new LinkedHashMap<>();
    faults.put(CatalogChecks.OTHER_PROVIDER, c -> c.put("provider", "azure"));
    faults.put(
        CatalogChecks.OTHER_AUTHORITY,
        c -> c.put("authority", "https://login.contoso.com/realms/r/protocol/openid-connect/auth"));
    faults.put(CatalogChecks.OTHER_CLIENT_TYPE, c -> c.put("clientType", "public"));
    faults.put(CatalogChecks.OTHER_CLIENT, c -> c.put("clientId", "open-metadata"));
    faults.put(
        CatalogChecks.OTHER_CALLBACK, c -> c.put("callbackUrl", "http://localhost/callback"));
    faults.put(CatalogChecks.OTHER_ALGORITHM, c -> c.put("tokenValidationAlgorithm", "ES256"));
    faults.put(CatalogChecks.OTHER_CLAIMS, c -> c.putArray("jwtPrincipalClaimsMapping"));
    faults.put(CatalogChecks.REALM_KEYS_MISSING, c -> keys(c).remove(0));
    faults.put(CatalogChecks.OWN_KEYS_MISSING, c -> keys(c).remove(1));
    faults.put(CatalogChecks.OTHER_KEYS, c -> keys(c).add("https://login.example/keys"));
    faults.put(CatalogChecks.NO_SELF_SIGNUP, c -> c.put("enableSelfSignup", false));
    return faults;
  }

  private static ArrayNode keys(ObjectNode configuration) {
    return (ArrayNode) configuration.get("publicKeyUrls");
  }

  @TestFactory
  Stream<DynamicTest> aWrongValueIsFoundAndNothingElse() {
    return faults().entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.getKey().found(),
                    () -> {
                      ObjectNode told = (ObjectNode) json(EXPECTED);
                      fault.getValue().accept(told);

                      assertThat(checks(told)).containsExactly(fault.getKey());
                    }));
  }

  @Test
  void aCatalogThatSaysWhatTheRealmWouldTellItIsFine() {
    assertThat(checks(json(EXPECTED))).isEmpty();
  }

  @Test
  void whatACatalogDoesNotTellIsNotKnown() {
    assertThat(checks(json("{}"))).isEmpty();
  }

  @Test
  void whichValueIsWrongAndWhichIsRightIsSaid() {
    ObjectNode told = (ObjectNode) json(EXPECTED);
    told.put("clientId", "open-metadata");

    assertThat(answer(told, NO_KEYS).diagnoses())
        .extracting(Diagnosis::detail)
        .containsExactly("clientId is \"open-metadata\", not \"openmetadata-web\"");
  }

  @Test
  void theKeyThatComesWithTheCatalogIsFound() {
    JsonNode keys = json("{\"keys\":[{\"kid\":\"" + RealmRules.SHIPPED_KEY + "\"}]}");

    assertThat(answer(json(EXPECTED), keys).diagnoses())
        .extracting(Diagnosis::check)
        .containsExactly(CatalogChecks.SHIPPED_KEY);
  }

  @Test
  void aRealmThatIsSetUpForAnotherVersionIsFound() {
    CatalogAnswer answer =
        new CatalogAnswer(
            json(EXPECTED),
            NO_KEYS,
            Optional.of(CatalogVersion.V2_0),
            json(EXPECTED),
            Optional.of(CatalogVersion.V1_9));

    assertThat(answer.diagnoses()).containsExactly(CatalogChecks.OTHER_RELEASE.diagnosis("2.0"));
  }

  @Test
  void everyCheckOfTheCatalogHasATest() {
    List<Check> tested =
        Stream.concat(
                faults().keySet().stream(),
                Stream.of(
                    CatalogChecks.SHIPPED_KEY,
                    CatalogChecks.OTHER_RELEASE,
                    CatalogAnswer.silent("").check()))
            .toList();

    assertThat(tested).containsExactlyInAnyOrderElementsOf(CatalogChecks.ALL);
  }

  private static List<Check> checks(JsonNode told) {
    return answer(told, NO_KEYS).diagnoses().stream().map(Diagnosis::check).toList();
  }

  private static CatalogAnswer answer(JsonNode told, JsonNode keys) {
    return new CatalogAnswer(told, keys, Optional.empty(), json(EXPECTED), Optional.empty());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
