package io.entrabroker.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
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
import io.entrabroker.doctor.SettingChecks;
import io.entrabroker.doctor.SignInRequestChecks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        "jwtPrincipalClaims": ["email", "preferred_username", "sub"],
        "jwtPrincipalClaimsMapping": ["username:preferred_username", "email:email"],
        "jwtTeamClaimMapping": "groups",
        "enableSelfSignup": true,
        "oidcConfiguration": {
          "id": "openmetadata-web",
          "callbackUrl": "https://catalog.contoso.com/callback",
          "serverUrl": "https://catalog.contoso.com",
          "discoveryUri": "https://login.contoso.com/realms/r/.well-known/openid-configuration",
          "scope": "openid email profile",
          "responseType": "code",
          "useNonce": "true",
          "preferredJwsAlgorithm": "RS256",
          "clientAuthenticationMethod": "client_secret_post",
          "disablePkce": false,
          "maxAge": "36000",
          "prompt": "",
          "sessionExpiry": 36000
        }
      }
      """;

  private static final String RIGHTS =
      """
      {
        "principalDomain": "contoso.com",
        "enforcePrincipalDomain": false,
        "allowedEmailRegistrationDomains": ["all"],
        "useRolesFromProvider": true,
        "adminPrincipals": ["ada"]
      }
      """;

  private static final String REQUEST =
      "https://login.contoso.com/realms/r/protocol/openid-connect/auth?client_id=openmetadata-web"
          + "&redirect_uri=https%3A%2F%2Fcatalog.contoso.com%2Fcallback&code_challenge=x"
          + "&prompt=&max_age=36000";

  private static final CatalogWanted WANTED = wanted(json(EXPECTED), Optional.empty());

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
    faults.put(
        SettingChecks.SERVER_CANNOT,
        c -> oidc(c).put("clientAuthenticationMethod", "client_secret_jwt"));
    faults.put(SettingChecks.SERVER_DIFFERS, c -> oidc(c).put("preferredJwsAlgorithm", "ES256"));
    faults.put(CatalogChecks.NO_SELF_SIGNUP, c -> c.put("enableSelfSignup", false));
    return faults;
  }

  private static ObjectNode oidc(ObjectNode configuration) {
    return (ObjectNode) configuration.get("oidcConfiguration");
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
    faults.put(
        SettingChecks.DOMAIN_REFUSED,
        c -> c.putArray("allowedEmailRegistrationDomains").add("contoso.com"));
    faults.put(
        SettingChecks.GUESTS_REFUSED,
        c ->
            c.put("enforcePrincipalDomain", true)
                .putArray("allowedDomains")
                .add("fabrikam.com")
                .add("contoso.com"));
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

                      assertThat(
                              checks(new CatalogTold(json(EXPECTED), rights, NO_KEYS, "", false)))
                          .containsExactly(fault.getKey());
                    }));
  }

  /** What is absent from the whole configuration, and what that means. */
  private static Map<String, Optional<Check>> left() {
    Map<String, Optional<Check>> left = new LinkedHashMap<>();
    left.put("/jwtTeamClaimMapping", Optional.of(CatalogChecks.OTHER_TEAM_CLAIM));
    left.put("/jwtPrincipalClaimsMapping", Optional.of(CatalogChecks.OTHER_CLAIMS));
    left.put("/jwtPrincipalClaims", Optional.of(CatalogChecks.OTHER_CLAIMS));
    left.put("/authority", Optional.of(CatalogChecks.OTHER_AUTHORITY));
    left.put("/clientId", Optional.of(CatalogChecks.OTHER_CLIENT));
    left.put("/tokenValidationAlgorithm", Optional.empty());
    left.put("/oidcConfiguration/disablePkce", Optional.of(SignInRequestChecks.NO_PKCE));
    left.put("/oidcConfiguration/discoveryUri", Optional.of(SettingChecks.SERVER_DIFFERS));
    left.put("/oidcConfiguration/scope", Optional.empty());
    left.put("/oidcConfiguration/prompt", Optional.empty());
    left.put("/oidcConfiguration/maxAge", Optional.empty());
    left.put("/oidcConfiguration/clientAuthenticationMethod", Optional.empty());
    return left;
  }

  @TestFactory
  Stream<DynamicTest> whatIsAbsentFromTheWholeConfigurationHasItsDefault() {
    return left().entrySet().stream()
        .map(
            member ->
                DynamicTest.dynamicTest(
                    member.getKey(),
                    () -> {
                      JsonPointer place = JsonPointer.compile(member.getKey());
                      ObjectNode told = (ObjectNode) json(EXPECTED);
                      ((ObjectNode) told.at(place.head()))
                          .remove(place.last().getMatchingProperty());

                      assertThat(checks(whole(told, json(RIGHTS))))
                          .containsExactlyElementsOf(member.getValue().stream().toList());
                      assertThat(checks(told)).isEmpty();

                      ((ObjectNode) told.at(place.head()))
                          .putNull(place.last().getMatchingProperty());
                      assertThat(checks(whole(told, json(RIGHTS))))
                          .containsExactlyElementsOf(member.getValue().stream().toList());
                      assertThat(checks(told)).isEmpty();
                    }));
  }

  @Test
  void anEmptyTeamClaimIsAsGoodAsNone() {
    ObjectNode told = (ObjectNode) json(EXPECTED);
    told.put("jwtTeamClaimMapping", "");

    assertThat(checks(told)).containsExactly(CatalogChecks.OTHER_TEAM_CLAIM);
  }

  @Test
  void whatAdministratorsKnowMayBeAbsentToo() {
    ObjectNode rights = (ObjectNode) json(RIGHTS);
    rights.remove(List.of("useRolesFromProvider", "principalDomain", "enforcePrincipalDomain"));

    assertThat(checks(whole(json(EXPECTED), rights)))
        .containsExactly(CatalogChecks.OTHER_PRINCIPAL_DOMAIN, CatalogChecks.ROLES_NOT_TAKEN);
    assertThat(checks(new CatalogTold(json(EXPECTED), rights, NO_KEYS, "", false))).isEmpty();
  }

  @Test
  void aWholeConfigurationWithoutKeysHasNone() {
    ObjectNode told = (ObjectNode) json(EXPECTED);
    told.remove("publicKeyUrls");

    assertThat(checks(whole(told, json(RIGHTS))))
        .containsExactly(CatalogChecks.REALM_KEYS_MISSING, CatalogChecks.OWN_KEYS_MISSING);
  }

  @Test
  void whatIsAbsentIsSaidToBe() {
    ObjectNode told = (ObjectNode) json(EXPECTED);
    told.remove("jwtTeamClaimMapping");

    assertThat(answer(whole(told, json(RIGHTS))).diagnoses())
        .extracting(Diagnosis::detail)
        .containsExactly("jwtTeamClaimMapping is not set, which means \"\", not \"groups\"");
  }

  private static CatalogTold whole(JsonNode authentication, JsonNode rights) {
    return new CatalogTold(authentication, rights, NO_KEYS, "", true);
  }

  @Test
  void aWholeConfigurationAsTheRealmWantsItIsFine() {
    assertThat(checks(whole(json(EXPECTED), json(RIGHTS)))).isEmpty();
  }

  @Test
  void whatDoesAsWellAsTheRealmsValueIsFine() {
    ObjectNode told = (ObjectNode) json(EXPECTED);
    oidc(told)
        .put("clientAuthenticationMethod", "client_secret_basic")
        .put("scope", "openid profile email offline_access")
        .put("useNonce", true)
        .put("maxAge", "28800");
    told.putArray("jwtPrincipalClaims").add("sub");

    assertThat(checks(whole(told, json(RIGHTS)))).isEmpty();
  }

  @Test
  void whatTheServerSendsIsFoundInItsSettingsToo() {
    ObjectNode told = (ObjectNode) json(EXPECTED);
    oidc(told).put("prompt", "consent").put("maxAge", "0").put("disablePkce", true);

    assertThat(answer(whole(told, json(RIGHTS))).diagnoses())
        .containsExactlyInAnyOrder(
            SignInRequestChecks.ASKED_EVERY_TIME.diagnosis("prompt is \"consent\", not \"\""),
            SignInRequestChecks.ASKED_EVERY_TIME.diagnosis("maxAge is \"0\", not \"36000\""),
            SignInRequestChecks.NO_PKCE.diagnosis("disablePkce is true, not false"));
  }

  @Test
  void aScopeWithoutTheAddressIsFound() {
    ObjectNode told = (ObjectNode) json(EXPECTED);
    oidc(told).put("scope", "openid profile");

    assertThat(checks(told)).containsExactly(SettingChecks.SERVER_CANNOT);
  }

  @Test
  void botsNeedAClaimOfTheirTokensInTheListAndPeopleWhoAreFoundByTheirAddressThatAlone() {
    ObjectNode told = (ObjectNode) json(EXPECTED);
    told.putArray("jwtPrincipalClaims").add("upn");
    ObjectNode byAddress = (ObjectNode) json(EXPECTED);
    byAddress.putArray("jwtPrincipalClaimsMapping");
    byAddress.putArray("jwtPrincipalClaims").add("email");
    ObjectNode open = byAddress.deepCopy();
    open.withArray("jwtPrincipalClaims").add("preferred_username");

    assertThat(checks(whole(told, json(RIGHTS)))).containsExactly(CatalogChecks.OTHER_CLAIMS);
    assertThat(
            new CatalogAnswer(told(open), Optional.empty(), wanted(byAddress, Optional.empty()))
                .diagnoses())
        .extracting(Diagnosis::check)
        .containsExactly(CatalogChecks.OTHER_CLAIMS);
    assertThat(
            new CatalogAnswer(
                    told(byAddress), Optional.empty(), wanted(byAddress, Optional.empty()))
                .diagnoses())
        .isEmpty();
  }

  @Test
  void thePrincipalDomainMayBeAnyMailDomainOfTheRealm() {
    for (String domain : List.of("contoso.com", "fabrikam.com", "Fabrikam.com")) {
      ObjectNode rights = (ObjectNode) json(RIGHTS);
      rights.put("principalDomain", domain);

      assertThat(checks(whole(json(EXPECTED), rights))).isEmpty();
    }
  }

  @Test
  void whichDomainsAreRefusedIsSaid() {
    ObjectNode rights = (ObjectNode) json(RIGHTS);
    rights.put("enforcePrincipalDomain", true);

    assertThat(answer(whole(json(EXPECTED), rights)).diagnoses())
        .containsExactly(
            SettingChecks.DOMAIN_REFUSED.diagnosis(
                "enforcePrincipalDomain leaves out fabrikam.com"));
  }

  @Test
  void capitalsInDomainsCountUpTo113() {
    ObjectNode rights = (ObjectNode) json(RIGHTS);
    rights.put("enforcePrincipalDomain", true);
    rights.putArray("allowedDomains").add("Contoso.com").add("fabrikam.com");
    CatalogTold told = whole(json(EXPECTED), rights);

    assertThat(
            new CatalogAnswer(told, Optional.of(new CatalogRelease(1, 9, 0)), WANTED).diagnoses())
        .contains(
            SettingChecks.DOMAIN_REFUSED.diagnosis(
                "enforcePrincipalDomain leaves out contoso.com"));
    assertThat(
            new CatalogAnswer(told, Optional.of(new CatalogRelease(2, 1, 0)), WANTED).diagnoses())
        .containsExactly(
            SettingChecks.GUESTS_REFUSED.diagnosis("enforcePrincipalDomain"),
            SettingChecks.DATABASE_WINS.diagnosis());
  }

  @Test
  void inTwoASessionThatOutlivesTheRealmsIsFound() {
    ObjectNode inherited = (ObjectNode) json(EXPECTED);
    oidc(inherited).remove("sessionExpiry");
    ObjectNode own = inherited.deepCopy();
    own.put("sessionExpiry", 36_000);
    ObjectNode longer = (ObjectNode) json(EXPECTED);
    longer.put("sessionExpiry", 36_001);

    assertThat(ofWhole(new CatalogRelease(2, 0, 0), inherited))
        .contains(SettingChecks.SESSION_OUTLIVES);
    assertThat(ofWhole(new CatalogRelease(2, 0, 0), longer))
        .contains(SettingChecks.SESSION_OUTLIVES);
    assertThat(ofWhole(new CatalogRelease(2, 0, 0), own))
        .doesNotContain(SettingChecks.SESSION_OUTLIVES);
    assertThat(ofWhole(new CatalogRelease(1, 13, 1), longer))
        .doesNotContain(SettingChecks.SESSION_OUTLIVES);
  }

  private static List<Check> ofWhole(CatalogRelease release, JsonNode authentication) {
    return new CatalogAnswer(whole(authentication, json(RIGHTS)), Optional.of(release), WANTED)
        .diagnoses().stream().map(Diagnosis::check).toList();
  }

  @Test
  void whatIsWrongMayComeFromTheDatabaseSince110() {
    ObjectNode told = (ObjectNode) json(EXPECTED);
    told.put("clientId", "open-metadata");

    assertThat(ofRelease(new CatalogRelease(1, 10, 0), told))
        .contains(CatalogChecks.OTHER_CLIENT, SettingChecks.DATABASE_WINS);
    assertThat(ofRelease(new CatalogRelease(1, 9, 17), told))
        .contains(CatalogChecks.OTHER_CLIENT)
        .doesNotContain(SettingChecks.DATABASE_WINS);
    assertThat(ofRelease(new CatalogRelease(1, 10, 0), json(EXPECTED)))
        .doesNotContain(SettingChecks.DATABASE_WINS);
  }

  @Test
  void everyRemedyOfASettingSaysThatTheDatabaseWins() {
    assertThat(
            Stream.of(
                    faults().keySet().stream().filter(c -> c != CatalogChecks.NO_SELF_SIGNUP),
                    wrongRights().keySet().stream(),
                    wrongRequests().values().stream())
                .flatMap(checks -> checks))
        .extracting(Check::remedy)
        .allSatisfy(remedy -> assertThat(remedy).contains(SettingChecks.DATABASE_WINS.code()));
    assertThat(SettingChecks.DATABASE_WINS.remedy())
        .contains("bin/catalog-config --apply", "remove-security-config", "restart");
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
    return new CatalogTold(json(EXPECTED), json(RIGHTS), NO_KEYS, request, false);
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
                    wanted(expected, Optional.empty()))
                .diagnoses())
        .isEmpty();
  }

  private static List<Check> ofRelease(CatalogRelease release, JsonNode authentication) {
    return new CatalogAnswer(told(authentication), Optional.of(release), WANTED)
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

    assertThat(
            answer(new CatalogTold(json(EXPECTED), json(RIGHTS), keys, REQUEST, false)).diagnoses())
        .extracting(Diagnosis::check)
        .containsExactly(CatalogChecks.SHIPPED_KEY);
  }

  @Test
  void aRealmThatIsSetUpForAnotherVersionIsFound() {
    CatalogAnswer answer =
        new CatalogAnswer(
            told(json(EXPECTED)),
            Optional.of(new CatalogRelease(1, 13, 1)),
            wanted(json(EXPECTED), Optional.of(CatalogVersion.V2_0)));

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
                    SettingChecks.DATABASE_WINS,
                    SettingChecks.SESSION_OUTLIVES,
                    CatalogChecks.OTHER_RELEASE,
                    CatalogChecks.REDIRECTS_ANYWHERE,
                    CatalogChecks.ROLES_LATE,
                    CatalogChecks.SESSIONS_IN_MEMORY,
                    CatalogChecks.ADDRESS_FROM_NAME,
                    // These are found while the catalog is asked: DoctorCommandTest has them.
                    CatalogChecks.UNKNOWN_RELEASE,
                    CatalogChecks.VALIDATOR_OBJECTS,
                    CatalogChecks.CATALOG_SILENT,
                    CatalogChecks.NOT_COMPARED,
                    CatalogChecks.TOKEN_REFUSED))
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
    return new CatalogTold(authentication, MissingNode.getInstance(), NO_KEYS, "", false);
  }

  private static CatalogAnswer answer(CatalogTold told) {
    return new CatalogAnswer(told, Optional.empty(), WANTED);
  }

  private static CatalogWanted wanted(JsonNode authentication, Optional<CatalogVersion> setUpFor) {
    return new CatalogWanted(
        JsonNodeFactory.instance
            .objectNode()
            .<ObjectNode>set("authenticationConfiguration", authentication)
            .set("authorizerConfiguration", json(RIGHTS)),
        Set.of("contoso.com", "fabrikam.com"),
        setUpFor);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
