package io.entrabroker.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.config.CatalogRelease;
import io.entrabroker.doctor.CatalogChecks;
import io.entrabroker.doctor.Check;
import io.entrabroker.doctor.Diagnosis;
import io.entrabroker.doctor.SignInRequestChecks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        "jwtTeamClaimMapping": "groups",
        "enableSelfSignup": true,
        "oidcConfiguration": {
          "id": "openmetadata-web",
          "callbackUrl": "https://catalog.contoso.com/callback"
        }
      }
      """;

  private static final String RIGHTS =
      """
      {
        "principalDomain": "contoso.com",
        "useRolesFromProvider": true,
        "adminPrincipals": ["ada"]
      }
      """;

  private static final String REQUEST =
      "https://login.contoso.com/realms/r/protocol/openid-connect/auth?client_id=openmetadata-web"
          + "&redirect_uri=https%3A%2F%2Fcatalog.contoso.com%2Fcallback&code_challenge=x"
          + "&prompt=&max_age=36000";

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
    faults.put(CatalogChecks.OTHER_TEAM_CLAIM, c -> c.put("jwtTeamClaimMapping", "teams"));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/api/v1/system/config/jwks",
        "https://catalog.contoso.com.evil.example/api/v1/system/config/jwks",
        "https://catalog.contoso.com@evil.example/api/v1/system/config/jwks",
        "http://catalog.contoso.com/api/v1/system/config/jwks",
        "https://127.evil.example/api/v1/system/config/jwks",
        "http://localhost:8585/x?/api/v1/system/config/jwks"
      })
  void keysAtTheSamePathOfAnotherHostAreSomebodyElses(String address) {
    ObjectNode told = (ObjectNode) json(EXPECTED);
    keys(told).add(address);

    assertThat(checks(told)).containsExactly(CatalogChecks.OTHER_KEYS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://catalog.contoso.com/api/v1/system/config/jwks",
        "http://127.0.0.1:8585/api/v1/system/config/jwks",
        "http://openmetadata:8585/api/v1/system/config/jwks",
        "http://openmetadata.data.svc:8585/api/v1/system/config/jwks",
        "http://openmetadata.data.svc.cluster.local:8585/api/v1/system/config/jwks"
      })
  void theCatalogMayNameItselfAsItLikes(String address) {
    ObjectNode told = (ObjectNode) json(EXPECTED);
    keys(told).remove(1);
    keys(told).add(address);

    assertThat(checks(told)).isEmpty();
  }

  private static Map<Check, Consumer<ObjectNode>> wrongRights() {
    Map<Check, Consumer<ObjectNode>> faults = new LinkedHashMap<>();
    faults.put(
        CatalogChecks.OTHER_PRINCIPAL_DOMAIN, c -> c.put("principalDomain", "open-metadata.org"));
    faults.put(CatalogChecks.ROLES_NOT_TAKEN, c -> c.put("useRolesFromProvider", false));
    faults.put(CatalogChecks.DEFAULT_ADMIN, c -> c.withArray("adminPrincipals").add("admin"));
    return faults;
  }

  @TestFactory
  Stream<DynamicTest> ofWhatAdministratorsAreToldAWrongValueIsFound() {
    return wrongRights().entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.getKey().found(),
                    () -> {
                      ObjectNode rights = (ObjectNode) json(RIGHTS);
                      fault.getValue().accept(rights);

                      assertThat(checks(new CatalogTold(json(EXPECTED), rights, NO_KEYS, "")))
                          .containsExactly(fault.getKey());
                    }));
  }

  private static Map<String, Check> wrongRequests() {
    return Map.of(
        REQUEST.replace("code_challenge", "challenge"), SignInRequestChecks.NO_PKCE,
        REQUEST.replace("prompt=", "prompt=consent"), SignInRequestChecks.ASKED_EVERY_TIME,
        REQUEST.replace("max_age=36000", "max_age=0"), SignInRequestChecks.ASKED_EVERY_TIME,
        REQUEST.replace("realms/r/", "realms/s/"), SignInRequestChecks.OTHER_REQUEST,
        REQUEST.replace("-web", "-spa"), SignInRequestChecks.OTHER_REQUEST,
        REQUEST.replace("Fcallback", "Fcb"), SignInRequestChecks.OTHER_REQUEST);
  }

  @TestFactory
  Stream<DynamicTest> ofWhatIsAskedOfTheRealmAWrongValueIsFound() {
    return wrongRequests().entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.getKey(),
                    () ->
                        assertThat(checks(asking(fault.getKey())))
                            .containsExactly(fault.getValue())));
  }

  @Test
  void aGoodRequestIsFine() {
    assertThat(checks(asking(REQUEST))).isEmpty();
    assertThat(checks(asking(REQUEST.replace("&prompt=&max_age=36000", "")))).isEmpty();
  }

  private static CatalogTold asking(String request) {
    return new CatalogTold(json(EXPECTED), json(RIGHTS), NO_KEYS, request);
  }

  @Test
  void anOldReleaseThatSendsTokensAnywhereIsFound() {
    assertThat(ofRelease(new CatalogRelease(1, 12, 6), json(EXPECTED)))
        .contains(CatalogChecks.REDIRECTS_ANYWHERE);
    assertThat(ofRelease(new CatalogRelease(1, 13, 1), json(EXPECTED)))
        .doesNotContain(CatalogChecks.REDIRECTS_ANYWHERE);
  }

  @Test
  void aReleaseThatKeepsSignInsInItsMemoryOrMakesAddressesOfNamesIsFound() {
    ObjectNode inTheBrowser = (ObjectNode) json(EXPECTED);
    inTheBrowser.put("clientType", "public");

    assertThat(ofRelease(new CatalogRelease(1, 13, 1), json(EXPECTED)))
        .containsExactly(CatalogChecks.SESSIONS_IN_MEMORY, CatalogChecks.ADDRESS_FROM_NAME);
    assertThat(ofRelease(new CatalogRelease(1, 13, 1), inTheBrowser))
        .doesNotContain(CatalogChecks.SESSIONS_IN_MEMORY);
    assertThat(ofRelease(new CatalogRelease(1, 13, 1), inTheBrowser))
        .contains(CatalogChecks.ADDRESS_FROM_NAME);
    assertThat(ofRelease(new CatalogRelease(2, 0, 0), json(EXPECTED)))
        .doesNotContain(CatalogChecks.SESSIONS_IN_MEMORY, CatalogChecks.ADDRESS_FROM_NAME);
  }

  @Test
  void aReleaseThatMayLoseRolesIsFound() {
    ObjectNode inTheBrowser = (ObjectNode) json(EXPECTED);
    inTheBrowser.put("clientType", "public");
    ObjectNode expected = inTheBrowser.deepCopy();

    assertThat(ofRelease(new CatalogRelease(2, 0, 0), json(EXPECTED)))
        .containsExactly(CatalogChecks.ROLES_LATE);
    assertThat(
            new CatalogAnswer(
                    told(inTheBrowser),
                    Optional.of(new CatalogRelease(2, 0, 0)),
                    whole(expected),
                    Optional.empty())
                .diagnoses())
        .isEmpty();
  }

  private static List<Check> ofRelease(CatalogRelease release, JsonNode authentication) {
    return new CatalogAnswer(
            told(authentication), Optional.of(release), whole(json(EXPECTED)), Optional.empty())
        .diagnoses().stream().map(Diagnosis::check).toList();
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

    assertThat(answer(told(told)).diagnoses())
        .extracting(Diagnosis::detail)
        .containsExactly("clientId is \"open-metadata\", not \"openmetadata-web\"");
  }

  @Test
  void theKeyThatComesWithTheCatalogIsFound() {
    JsonNode keys = json("{\"keys\":[{\"kid\":\"" + CatalogChecks.SHIPPED_KEY_ID + "\"}]}");

    assertThat(answer(new CatalogTold(json(EXPECTED), json(RIGHTS), keys, REQUEST)).diagnoses())
        .extracting(Diagnosis::check)
        .containsExactly(CatalogChecks.SHIPPED_KEY);
  }

  @Test
  void aRealmThatIsSetUpForAnotherVersionIsFound() {
    CatalogAnswer answer =
        new CatalogAnswer(
            told(json(EXPECTED)),
            Optional.of(new CatalogRelease(1, 13, 1)),
            whole(json(EXPECTED)),
            Optional.of(CatalogVersion.V2_0));

    assertThat(answer.diagnoses()).contains(CatalogChecks.OTHER_RELEASE.diagnosis("1.9"));
  }

  @Test
  void everyCheckOfTheCatalogHasATest() {
    List<Check> tested =
        Stream.of(
                faults().keySet().stream(),
                wrongRights().keySet().stream(),
                wrongRequests().values().stream().distinct(),
                Stream.of(
                    CatalogChecks.SHIPPED_KEY,
                    CatalogChecks.OTHER_RELEASE,
                    CatalogChecks.REDIRECTS_ANYWHERE,
                    CatalogChecks.ROLES_LATE,
                    CatalogChecks.SESSIONS_IN_MEMORY,
                    CatalogChecks.ADDRESS_FROM_NAME,
                    CatalogChecks.UNKNOWN_RELEASE,
                    CatalogChecks.VALIDATOR_OBJECTS,
                    CatalogChecks.CATALOG_SILENT))
            .flatMap(checks -> checks)
            .toList();

    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(
            Check.all().subList(Check.ofTheServer(), Check.all().size()));
  }

  private static List<Check> checks(JsonNode told) {
    return checks(told(told));
  }

  private static List<Check> checks(CatalogTold told) {
    return answer(told).diagnoses().stream().map(Diagnosis::check).toList();
  }

  private static CatalogTold told(JsonNode authentication) {
    return new CatalogTold(authentication, MissingNode.getInstance(), NO_KEYS, "");
  }

  private static CatalogAnswer answer(CatalogTold told) {
    return new CatalogAnswer(told, Optional.empty(), whole(json(EXPECTED)), Optional.empty());
  }

  private static JsonNode whole(JsonNode authentication) {
    return JsonNodeFactory.instance
        .objectNode()
        .<ObjectNode>set("authenticationConfiguration", authentication)
        .set("authorizerConfiguration", json(RIGHTS));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
