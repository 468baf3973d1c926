package io.entrabroker.it.attacks;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.App;
import io.entrabroker.it.Json;
import io.entrabroker.it.Person;
import io.entrabroker.it.Stopped;
import io.entrabroker.it.TrialTest;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.tokens.Tampering;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The ways on which Keycloak would take a token of Entra but for an interactive sign-in, with what
 * Keycloak has switched on by default. Where Keycloak's own OpenID Connect provider takes the same
 * token, that is shown, so that a refusal has a reason.
 */
class OtherPathsIT extends TrialTest {

  private static final String CLIENT = "path-tester";
  private static final String SECRET = "a-secret-of-the-test";
  private static final String ADA_SUBJECT = "path-tester-ada";
  private static final String BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  @BeforeEach
  @AfterEach
  void forgetTheClient() {
    for (JsonNode client : stack.admin().get("/openmetadata/clients?clientId=" + CLIENT)) {
      stack.admin().delete("/openmetadata/clients/" + client.get("id").asText());
    }
  }

  @Test
  @Stopped(butNotIn = "keycloaksOwnProviderTakesItAsAGrant")
  void aTokenOfEntraIsNoJwtAuthorizationGrant() {
    upstreams.post(TRIAL, "entra", asIfItTookTokens());
    client("client-secret");
    adaIsLinked();

    assertThat(grant(forThisRealm()).has("access_token")).isFalse();
  }

  @Test
  void keycloaksOwnProviderTakesItAsAGrant() {
    upstreams.post(TRIAL, "oidc", generic());
    client("client-secret");
    adaIsLinked();

    JsonNode answer = grant(forThisRealm());
    assertThat(answer.has("access_token")).as(answer.toString()).isTrue();
  }

  @Test
  @Stopped(butNotIn = "keycloaksOwnProviderTakesItAsAProofOfTheClient")
  void aTokenOfEntraProvesNoClient() {
    upstreams.post(TRIAL, "entra", asIfItTookTokens());
    client("federated-jwt");

    assertThat(clientCredentials(forThisRealm()).has("access_token")).isFalse();
  }

  @Test
  void keycloaksOwnProviderTakesItAsAProofOfTheClient() {
    upstreams.post(TRIAL, "oidc", generic());
    client("federated-jwt");

    JsonNode answer = clientCredentials(forThisRealm());
    assertThat(answer.has("access_token")).as(answer.toString()).isTrue();
  }

  @Test
  void aTokenOfEntraIsNotExchangedForOneOfTheRealm() {
    upstreams.post(TRIAL, "entra", asIfItTookTokens());
    client("client-secret");
    adaIsLinked();
    String token = forThisRealm();

    for (String type : List.of("id_token", "access_token", "jwt")) {
      JsonNode answer =
          ask(
              Map.of(
                  "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                  "client_id", CLIENT,
                  "client_secret", SECRET,
                  "subject_token", token,
                  "subject_token_type", "urn:ietf:params:oauth:token-type:" + type,
                  "subject_issuer", TRIAL));
      assertThat(answer.has("access_token")).as(type).isFalse();
      assertThat(answer.has("error")).as(answer.toString()).isTrue();
    }
  }

  @Test
  void aTokenOfEntraEndsNoSession() {
    upstreams.post(TRIAL, "entra", asIfItTookTokens());
    try (Person ada = Person.with(stack)) {
      ada.signsIn(TRIAL, "ada.lovelace");
      String user = realm.users().get(0).get("id").asText();
      assertThat(realm.sessionsOf(user)).isEqualTo(1);
      String token =
          token(
              aboutAda()
                  .without("nonce")
                  .claim("jti", "a-logout")
                  .claim(
                      "events",
                      Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())));

      App.post(
          stack.keycloak().realmUri() + "/protocol/openid-connect/logout/backchannel-logout",
          Map.of("logout_token", token));

      assertThat(realm.sessionsOf(user)).isEqualTo(1);
    }
  }

  /** Everything that Keycloak's provider looks at is switched on in the stored row. */
  private Map<String, String> asIfItTookTokens() {
    return with(with(upstreams.web(), tokenTaking()), "jwksUrl", keys());
  }

  private Map<String, String> generic() {
    Map<String, String> config = new HashMap<>();
    config.put("clientId", Upstreams.WEB_APP);
    config.put("clientSecret", stack.webSecret());
    config.put("authorizationUrl", stack.authority() + "/oauth2/v2.0/authorize");
    config.put("tokenUrl", stack.authority() + "/oauth2/v2.0/token");
    config.put("jwksUrl", keys());
    config.put("syncMode", "FORCE");
    return with(config, tokenTaking());
  }

  private String[] tokenTaking() {
    return new String[] {
      "issuer",
      issuer(),
      "useJwksUrl",
      "true",
      "validateSignature",
      "true",
      "jwtAuthorizationGrantEnabled",
      "true",
      "jwtAuthorizationGrantAssertionReuseAllowed",
      "true",
      "supportsClientAssertions",
      "true",
      "supportsClientAssertionReuse",
      "true"
    };
  }

  private String issuer() {
    return stack.authority() + "/v2.0";
  }

  private String keys() {
    return stack.authority() + "/discovery/v2.0/keys";
  }

  private void client(String authenticator) {
    Map<String, Object> client = new HashMap<>();
    client.put("clientId", CLIENT);
    client.put("secret", SECRET);
    client.put("clientAuthenticatorType", authenticator);
    client.put("serviceAccountsEnabled", true);
    client.put("publicClient", false);
    client.put(
        "attributes",
        Map.of(
            "oauth2.jwt.authorization.grant.enabled", "true",
            "oauth2.jwt.authorization.grant.idp", TRIAL,
            "jwt.credential.issuer", TRIAL,
            "jwt.credential.sub", ADA_SUBJECT));
    stack.admin().post("/openmetadata/clients", client);
  }

  private void adaIsLinked() {
    String id =
        realm.createUser(
            Map.of(
                "username", "ada-on-other-paths",
                "email", "ada.on.other.paths@contoso.example",
                "firstName", "Ada",
                "lastName", "Lovelace",
                "enabled", true));
    stack
        .admin()
        .post(
            "/openmetadata/users/" + id + "/federated-identity/" + TRIAL,
            Map.of("identityProvider", TRIAL, "userId", ADA_SUBJECT, "userName", "ada"));
  }

  private Tampering aboutAda() {
    return Tampering.with()
        .claim("sub", ADA_SUBJECT)
        .claim("aud", stack.keycloak().realmUri().toString())
        .claim("exp", Instant.now().plusSeconds(200).getEpochSecond());
  }

  private String forThisRealm() {
    return token(aboutAda());
  }

  /** A token that Entra signs, taken from the form that carries it back. */
  private String token(Tampering tampering) {
    try (Person person = Person.with(stack)) {
      HtmlPage microsoft = person.goesToMicrosoft("entra-implicit");
      stack.simulator().tamperWithNextIdToken(tampering);
      HtmlPage form = Person.html(person.press(microsoft, "user-ada.lovelace"));
      return form.getElementByName("id_token").getAttribute("value");
    }
  }

  private JsonNode grant(String token) {
    return ask(
        Map.of(
            "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer",
            "client_id", CLIENT,
            "client_secret", SECRET,
            "assertion", token));
  }

  private JsonNode clientCredentials(String token) {
    return ask(
        Map.of(
            "grant_type", "client_credentials",
            "client_assertion_type", BEARER,
            "client_assertion", token));
  }

  private JsonNode ask(Map<String, String> form) {
    return Json.read(
        App.post(stack.keycloak().realmUri() + "/protocol/openid-connect/token", form));
  }
}
