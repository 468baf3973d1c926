package io.entrabroker.it.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class WitnessTest {

  private static final String LONG = "0123456789abcdef-%s";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String REALM = "/realms/openmetadata";

  private final Secrets secrets = new Secrets();
  private final Witness witness = new Witness(secrets);

  @Test
  void passwordsAndSecretsInFormsAreLearnt() {
    witness.hears(
        request(
            "POST",
            REALM + "/protocol/openid-connect/token",
            FORM,
            "password=" + named("p") + "&client_secret=" + named("s") + "&username=somebody"));

    assertThat(secrets.of(SecretKind.PASSWORD)).containsExactly(named("p"));
    assertThat(secrets.of(SecretKind.CLIENT_SECRET)).containsExactly(named("s"));
  }

  @Test
  void whatMicrosoftSendsByTheBrowserIsLearntOnlyAtTheBroker() {
    String code = "?state=x&code=" + named("c");

    witness.hears(request("GET", "/elsewhere" + code, "Accept: */*", ""));
    assertThat(secrets.kinds()).isEmpty();

    witness.hears(request("GET", REALM + "/broker/entra/endpoint" + code, "Accept: */*", ""));
    assertThat(secrets.of(SecretKind.MICROSOFTS_CODE)).containsExactly(named("c"));
  }

  @Test
  void tokensOfAnAnswerAndOfAnAddressAreLearnt() {
    Message asked = request("POST", REALM + "/protocol/openid-connect/token", FORM, "");
    witness.sees(
        asked,
        new Message(
            "HTTP/1.1 200 OK",
            List.of(),
            ("{\"access_token\":\"" + named("t") + "\"}").getBytes(UTF_8)));
    witness.sees(
        asked,
        new Message(
            "HTTP/1.1 302 Found",
            List.of(
                "Location: http://catalog/callback#id_token="
                    + named("i")
                    + "&code="
                    + named("c")
                    + ".session.client",
                "Set-Cookie: KEYCLOAK_IDENTITY=" + named("k") + ";Version=1"),
            new byte[0]));

    assertThat(secrets.of(SecretKind.KEYCLOAKS_TOKEN)).containsExactly(named("t"), named("i"));
    assertThat(secrets.of(SecretKind.KEYCLOAKS_CODE)).containsExactly(named("c"));
    assertThat(secrets.of(SecretKind.SESSION_COOKIE)).containsExactly(named("k"));
  }

  @Test
  void credentialsOfARequestAreLearnt() {
    String pair = Base64.getEncoder().encodeToString(("client:" + named("s")).getBytes(UTF_8));
    witness.hears(request("GET", "/", "Authorization: Basic " + pair, ""));
    witness.hears(request("GET", "/", "Authorization: Bearer " + named("t"), ""));

    assertThat(secrets.of(SecretKind.CLIENT_SECRET)).containsExactly(named("s"));
    assertThat(secrets.of(SecretKind.KEYCLOAKS_TOKEN)).containsExactly(named("t"));
  }

  @Test
  void whatAnAdministratorSetsIsLearnt() {
    String json =
        "{\"secret\":\"%s\",\"config\":{\"clientSecret\":\"%s\"},\"credentials\":[{\"value\":\"%s\"}]}"
            .formatted(named("c"), named("u"), named("p"));
    witness.hears(
        request("PUT", "/admin/realms/openmetadata/x", "Content-Type: application/json", json));

    assertThat(secrets.of(SecretKind.CLIENT_SECRET)).containsExactly(named("c"));
    assertThat(secrets.of(SecretKind.UPSTREAM_CREDENTIAL)).containsExactly(named("u"));
    assertThat(secrets.of(SecretKind.PASSWORD)).containsExactly(named("p"));
  }

  private static String named(String name) {
    return LONG.formatted(name);
  }

  private static Message request(String method, String target, String header, String body) {
    return new Message(method + " " + target + " HTTP/1.1", List.of(header), body.getBytes(UTF_8));
  }
}
