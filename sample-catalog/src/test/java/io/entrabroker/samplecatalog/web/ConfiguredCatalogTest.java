package io.entrabroker.samplecatalog.web;

import static io.entrabroker.samplecatalog.web.Browser.json;
import static io.entrabroker.samplecatalog.web.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.openmetadata.ConfigurationException;
import io.entrabroker.samplecatalog.openmetadata.ConfigurationFiles;
import io.entrabroker.samplecatalog.openmetadata.Release;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every variable that can be wrong changes what becomes of the person. */
class ConfiguredCatalogTest {
  private static final String ADA =
      "ada.lovelace ada.lovelace@contoso.example 'Ada Lovelace' [DataSteward] member";

  @TempDir Path folder;

  private final TestIssuer issuer = new TestIssuer();
  private final Browser browser = new Browser();
  private final Map<String, String> variables = new LinkedHashMap<>();
  private int port;

  @BeforeEach
  void writeWhatIsRight() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    issuer.claims.put("roles", List.of("DataSteward"));
    issuer.claims.put("groups", List.of("Curators"));
    issuer.claims.put("nickname", "countess");
    String realm = issuer.realm().toString();
    String site = "http://localhost:" + port;
    variables.put("AUTHENTICATION_PROVIDER", "custom-oidc");
    variables.put("AUTHENTICATION_CLIENT_TYPE", "confidential");
    variables.put("AUTHENTICATION_AUTHORITY", realm);
    variables.put("AUTHENTICATION_CLIENT_ID", TestIssuer.CLIENT);
    variables.put("AUTHENTICATION_CALLBACK_URL", site + "/callback");
    variables.put("AUTHENTICATION_PUBLIC_KEYS", "[" + certs() + "]");
    variables.put(
        "AUTHENTICATION_JWT_PRINCIPAL_CLAIMS_MAPPING", "[username:preferred_username,email:email]");
    variables.put("OIDC_CLIENT_ID", TestIssuer.CLIENT);
    variables.put("OIDC_CLIENT_SECRET", TestIssuer.SECRET);
    variables.put("OIDC_DISCOVERY_URI", realm + "/.well-known/openid-configuration");
    variables.put("OIDC_CALLBACK", site + "/callback");
    variables.put("OIDC_SERVER_URL", site);
    variables.put("OIDC_PROMPT_TYPE", "");
    variables.put("OIDC_MAX_AGE", "");
    variables.put("AUTHORIZER_PRINCIPAL_DOMAIN", "contoso.example");
    variables.put("AUTHORIZER_USE_ROLES_FROM_PROVIDER", "true");
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  private String certs() {
    return issuer.realm() + "/protocol/openid-connect/certs";
  }

  private SampleCatalog start() throws IOException {
    String text =
        variables.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("\n"));
    return start("catalog.env", text, Map.of());
  }

  private SampleCatalog start(String name, String text, Map<String, String> environment)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return SampleCatalog.configuredBy(
            new ConfigurationFiles(new Release(1, 13, 1), environment).read(file))
        .port(port)
        .teams("Curators")
        .start();
  }

  private String outcome() throws IOException {
    try (SampleCatalog catalog = start()) {
      return outcome(catalog);
    }
  }

  /** What becomes of Ada, from the sign-in button to the catalog's word about her. */
  private String outcome(SampleCatalog catalog) {
    HttpResponse<String> login =
        browser.get(
            catalog.url() + "/api/v1/auth/login?redirectUri=" + catalog.url() + "/auth/callback");
    if (login.statusCode() != 302) {
      return "login " + login.statusCode();
    }
    HttpResponse<String> end = browser.get(location(browser.get(location(login))));
    if (end.statusCode() != 302) {
      return "callback " + end.statusCode();
    }
    String token = Browser.query(location(end)).get("id_token");
    HttpResponse<String> known = browser.get(catalog.url() + "/api/v1/users/loggedInUser", token);
    return known.statusCode() == 200 ? said(json(known)) : "bearer " + known.statusCode();
  }

  private static String said(JsonNode user) {
    return String.join(
        " ",
        user.get("name").asText(),
        user.get("email").asText(),
        "'" + user.get("displayName").asText() + "'",
        String.valueOf(user.get("roles").findValuesAsText("name")),
        user.get("isAdmin").asBoolean() ? "administrator" : "member");
  }

  @Test
  void withWhatIsRightAdaIsAda() throws IOException {
    assertThat(outcome()).isEqualTo(ADA);
    assertThat(issuer.authorization)
        .doesNotContainKeys("prompt", "max_age", "code_challenge")
        .containsEntry("redirect_uri", "http://localhost:" + port + "/callback");
  }

  @Test
  void aPublicClientsBearerIsJudgedByTheSameFile() throws IOException {
    variables.put("AUTHENTICATION_CLIENT_TYPE", "public");
    String token = TestIssuer.signed(TestIssuer.KEY, issuer.claims().build());

    try (SampleCatalog catalog = start()) {
      JsonNode config = json(browser.get(catalog.url() + "/api/v1/system/config/auth"));
      assertThat(config.get("clientType").asText()).isEqualTo("public");
      assertThat(config.get("authority").asText()).isEqualTo(issuer.realm().toString());
      assertThat(config.get("responseType").asText()).isEqualTo("id_token");
      assertThat(said(json(browser.get(catalog.url() + "/api/v1/users/loggedInUser", token))))
          .isEqualTo(ADA);
    }
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "AUTHENTICATION_PUBLIC_KEYS | [CERTS/moved] | bearer 500",
        "AUTHENTICATION_PUBLIC_KEYS | [] | bearer 500",
        "AUTHENTICATION_PUBLIC_KEYS | [keys] | bearer 500",
        "AUTHENTICATION_TOKEN_VALIDATION_ALGORITHM | RS512 | bearer 401",
        "AUTHENTICATION_TOKEN_VALIDATION_ALGORITHM | ES256 | bearer 401",
        "AUTHENTICATION_JWT_PRINCIPAL_CLAIMS_MAPPING | [username:upn,email:email] | callback 500",
        "AUTHENTICATION_JWT_PRINCIPAL_CLAIMS_MAPPING | [username:nickname,email:email] | bearer 400",
        "AUTHENTICATION_ENABLE_SELF_SIGNUP | false | callback 500",
        "AUTHORIZER_ENFORCE_PRINCIPAL_DOMAIN | true | ADA",
        "AUTHORIZER_ALLOWED_REGISTRATION_DOMAIN | [fabrikam.example] | callback 500",
        "OIDC_CLIENT_SECRET | other | callback 500",
        "OIDC_CLIENT_SECRET | s3cret #1 | ADA",
        "OIDC_CLIENT_ID | other | callback 500",
        "OIDC_SERVER_URL | http://elsewhere.example | login 400",
        "OIDC_USE_NONCE | false | ADA",
        "OIDC_DISABLE_PKCE | false | ADA",
        "FORCE_SECURE_SESSION_COOKIE | true | callback 500"
      })
  void aVariableDecidesWhetherAdaGetsIn(String name, String value, String outcome)
      throws IOException {
    variables.put(name, value.replace("CERTS", certs()));

    assertThat(outcome()).isEqualTo(outcome.replace("ADA", ADA));
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "AUTHORIZER_ADMIN_PRINCIPALS | [ada.lovelace] | [DataSteward] administrator",
        "AUTHORIZER_USE_ROLES_FROM_PROVIDER | false | [] member",
        "AUTHENTICATION_PUBLIC_KEYS | [http://localhost:1/keys,CERTS] | [DataSteward] member"
      })
  void aVariableDecidesWhatAdaIs(String name, String value, String end) throws IOException {
    variables.put(name, value.replace("CERTS", certs()));

    assertThat(outcome()).endsWith(end);
  }

  @Test
  void anAdministratorOfAnotherPrincipalDomainIsLockedOut() throws IOException {
    variables.put("AUTHORIZER_ADMIN_PRINCIPALS", "[ada.lovelace]");
    variables.remove("AUTHORIZER_PRINCIPAL_DOMAIN");

    assertThat(outcome()).isEqualTo("bearer 400");
  }

  @Test
  void anEnforcedDomainOfSomebodyElseLetsNobodyIn() throws IOException {
    variables.put("AUTHORIZER_ENFORCE_PRINCIPAL_DOMAIN", "true");
    variables.put("AUTHORIZER_PRINCIPAL_DOMAIN", "fabrikam.example");
    assertThat(outcome()).isEqualTo("bearer 401");

    variables.put("AUTHORIZER_ALLOWED_DOMAINS", "[contoso.example]");
    assertThat(outcome()).isEqualTo(ADA);
  }

  @Test
  void withoutMappingTheOrderOfClaimsCounts() throws IOException {
    variables.remove("AUTHENTICATION_JWT_PRINCIPAL_CLAIMS_MAPPING");
    assertThat(outcome()).isEqualTo(ADA);

    variables.put("AUTHENTICATION_JWT_PRINCIPAL_CLAIMS", "[nickname]");
    assertThat(outcome()).startsWith("countess countess@contoso.example ");
  }

  @ParameterizedTest(name = "{0}={1}: {2}={3}")
  @CsvSource({
    "OIDC_PROMPT_TYPE, login, prompt, login",
    "OIDC_MAX_AGE, 3600, max_age, 3600",
    "OIDC_SCOPE, openid, scope, openid",
    "OIDC_RESPONSE_TYPE, code id_token, response_type, code id_token",
    "OIDC_DISABLE_PKCE, false, code_challenge_method, S256",
    "'OIDC_CUSTOM_PARAMS', '{customParamKey1: kc_idp_hint, customParamValue1: entra}', kc_idp_hint, entra"
  })
  void aVariableIsSeenInTheRequest(String name, String value, String parameter, String sent)
      throws IOException {
    outcome();
    assertThat(issuer.authorization.getOrDefault(parameter, "")).isNotEqualTo(sent);

    variables.put(name, value);
    outcome();
    assertThat(issuer.authorization).containsEntry(parameter, sent);
  }

  @ParameterizedTest(name = "without {0}: {1}={2}")
  @CsvSource({"OIDC_PROMPT_TYPE, prompt, consent", "OIDC_MAX_AGE, max_age, 0"})
  void aVariableThatIsLeftOutHasOpenMetadatasDefault(String name, String parameter, String sent)
      throws IOException {
    variables.remove(name);
    outcome();

    assertThat(issuer.authorization).containsEntry(parameter, sent);
  }

  @Test
  void aVariableThatNobodyKnowsChangesNothing() throws IOException {
    variables.put("AUTHENTICATION_JWT_TEAM_CLAIM_MAPPING", "groups");

    assertThat(outcome()).isEqualTo(ADA);
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "OIDC_CLIENT_ID | '' | authenticationConfiguration.oidcConfiguration.id cannot be blank",
        "OIDC_CLIENT_SECRET | \"\" | authenticationConfiguration.oidcConfiguration.secret cannot be blank",
        "OIDC_DISCOVERY_URI | \"\" | authenticationConfiguration.oidcConfiguration.discoveryUri cannot be blank",
        "OIDC_CALLBACK | \"\" | authenticationConfiguration.oidcConfiguration.callbackUrl cannot be blank",
        "OIDC_SERVER_URL | \"\" | authenticationConfiguration.oidcConfiguration.serverUrl cannot be blank",
        "OIDC_TYPE | azure | authenticationConfiguration.oidcConfiguration.type: azure speaks another protocol than the realm's",
        "OIDC_SESSION_EXPIRY | 60 | authenticationConfiguration.oidcConfiguration.sessionExpiry must be at least 3600",
        "OIDC_DISABLE_PKCE | maybe | authenticationConfiguration.oidcConfiguration.disablePkce: true or false is needed",
        "OIDC_CLIENT_AUTH_METHOD | secret | authenticationConfiguration.oidcConfiguration.clientAuthenticationMethod: secret is none of [client_secret_basic, client_secret_post, client_secret_jwt, private_key_jwt]",
        "AUTHENTICATION_PROVIDER | azure | authenticationConfiguration.provider: the sample stands in for custom-oidc only",
        "AUTHENTICATION_CLIENT_TYPE | secret | authenticationConfiguration.clientType: secret is none of [public, confidential]",
        "AUTHENTICATION_PUBLIC_KEYS | http://localhost/keys | authenticationConfiguration.publicKeyUrls: a list is needed",
        "AUTHENTICATION_JWT_PRINCIPAL_CLAIMS_MAPPING | [username:sub] | Invalid JWT Principal Claims Mapping. Both username and email should be present"
      })
  void theServerDoesNotStartWith(String name, String value, String reason) {
    // In a file a value in quotes is empty; in OpenMetadata's YAML only quotes are an empty text.
    variables.put(name, value.equals("\"\"") ? "'\"\"'" : value);

    assertThatThrownBy(this::start).isInstanceOf(ConfigurationException.class).hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  provider: ",
        "  providerName: ",
        "  authority: ",
        "  clientId: ",
        "    id: ",
        "    secret: ",
        "    tenant: ",
        "    discoveryUri: ",
        "  className: "
      })
  void theServerDoesNotStartWithoutAMemberThatItsSchemaRequires(String member) {
    String yaml =
        yaml().lines().filter(line -> !line.startsWith(member)).collect(Collectors.joining("\n"));
    assertThat(yaml).hasSizeLessThan(yaml().length() - 1);

    assertThatThrownBy(() -> start("openmetadata.yaml", yaml, Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageEndingWith("." + member.strip().replace(":", "") + " is required");
  }

  @Test
  void theServerDoesNotStartWithoutTheRealm() {
    issuer.down = true;

    assertThatThrownBy(this::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("OpenMetadata does not start: ");
  }

  @Test
  void theServerDoesNotStartWithAWayToAuthenticateThatTheRealmDoesNotHave() {
    variables.put("OIDC_CLIENT_AUTH_METHOD", "private_key_jwt");

    assertThatThrownBy(this::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("OpenMetadata does not start: ");
  }

  @Test
  void theServersFileIsFilledFromTheEnvironment() throws IOException {
    try (SampleCatalog catalog =
        start("openmetadata.yaml", yaml(), Map.of("OIDC_CLIENT_SECRET", TestIssuer.SECRET))) {
      assertThat(outcome(catalog)).isEqualTo(ADA);
    }
    assertThat(issuer.authorization).doesNotContainKeys("prompt", "max_age");
  }

  @Test
  void aVariableThatIsNotThereStaysAsItIsWritten() throws IOException {
    try (SampleCatalog catalog = start("openmetadata.yaml", yaml(), Map.of())) {
      assertThat(outcome(catalog)).isEqualTo("callback 500");
    }
    assertThat(issuer.tokenRequest).containsEntry("client_secret", "${OIDC_CLIENT_SECRET}");
  }

  @Test
  void aTeamClaimInTheServersFileMakesTeams() throws IOException {
    String yaml = yaml().replace("  providerName", "  jwtTeamClaimMapping: groups\n  providerName");

    assertThat(teamsWith(yaml)).containsExactly("Curators");
    assertThat(teamsWith(yaml.replace("groups", "circles"))).isEmpty();
    assertThat(teamsWith(yaml())).isEmpty();
  }

  private List<String> teamsWith(String yaml) throws IOException {
    try (SampleCatalog catalog =
        start("openmetadata.yaml", yaml, Map.of("OIDC_CLIENT_SECRET", TestIssuer.SECRET))) {
      outcome(catalog);
      String token = TestIssuer.signed(TestIssuer.KEY, issuer.claims().build());
      return json(browser.get(catalog.url() + "/api/v1/users/loggedInUser", token))
          .get("teams")
          .findValuesAsText("name");
    }
  }

  private String yaml() {
    return """
        # ${WHATEVER:-this} is a comment
        authenticationConfiguration:
          provider: ${AUTHENTICATION_PROVIDER:-custom-oidc}
          providerName: Microsoft
          clientType: confidential
          authority: REALM
          clientId: openmetadata-web
          callbackUrl: "http://localhost:PORT/callback"
          publicKeyUrls: ["REALM/protocol/openid-connect/certs"]
          jwtPrincipalClaims: [email]
          jwtPrincipalClaimsMapping: ["username:preferred_username", "email:email"]
          enableSelfSignup: true
          oidcConfiguration:
            id: openmetadata-web
            secret: "${OIDC_CLIENT_SECRET}"
            discoveryUri: REALM/.well-known/openid-configuration
            tenant: ""
            callbackUrl: "http://localhost:PORT/callback"
            serverUrl: "http://localhost:PORT"
        authorizerConfiguration:
          className: org.openmetadata.service.security.DefaultAuthorizer
          containerRequestFilter: org.openmetadata.service.security.JwtFilter
          enableSecureSocketConnection: false
          adminPrincipals: [admin]
          principalDomain: contoso.example
          useRolesFromProvider: true
        """
        .replace("REALM", issuer.realm().toString())
        .replace("PORT", Integer.toString(port));
  }
}
