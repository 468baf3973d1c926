package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.simulator.directory.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which the token endpoint refuses: number, OAuth error and HTTP status. */
class TokenErrorsTest {

  private static final String UNKNOWN_GUID = "00000000-0000-0000-0000-00000000dead";

  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  @RegisterExtension
  static final RunningSimulator SIMULATOR =
      RunningSimulator.of(
          Directory.contoso()
              .edited(
                  json ->
                      json.withArray("servicePrincipals")
                          .addObject()
                          .put("id", "5e2171ce-0000-4000-8000-000000000009")
                          .put("appId", "b7a1c2d3-0009-4a4a-9b9b-c0ffee000009")
                          .put("accountEnabled", false))
              .edited(
                  json ->
                      json.withArray("applications")
                          .addObject()
                          .put("appId", "b7a1c2d3-0009-4a4a-9b9b-c0ffee000009")
                          .put("displayName", "Switched off")));

  @ParameterizedTest(name = "{0} is AADSTS{2}")
  @MethodSource("webRequests")
  void aWebClientIsRefused(
      String what, UnaryOperator<Form> change, int code, String error, int status) {
    String authorizationCode = SIMULATOR.code(Form.web(), Contoso.ADA);

    TokenReply reply = SIMULATOR.redeem(change.apply(Form.webCode(authorizationCode)));

    assertRefused(reply, code, error, status);
  }

  static Stream<Arguments> webRequests() {
    return Stream.of(
        web("a wrong secret", f -> f.with("client_secret", "wrong"), 7000215, "invalid_client"),
        web(
            "an expired secret",
            f -> f.with("client_secret", Contoso.EXPIRED_SECRET),
            7000222,
            "invalid_client"),
        web("no secret", f -> f.without("client_secret"), 7000218, "invalid_client"),
        web(
            "an assertion that is no token",
            f ->
                f.without("client_secret")
                    .with("client_assertion_type", ASSERTION)
                    .with("client_assertion", "e30.e30.x"),
            50027,
            "invalid_request"),
        web("no grant type", f -> f.without("grant_type"), 900144, "invalid_request"),
        web("no code", f -> f.without("code"), 900144, "invalid_request"),
        web("no redirect URI", f -> f.without("redirect_uri"), 900144, "invalid_request"),
        web("no client id", f -> f.without("client_id"), 900144, "invalid_request"),
        web(
            "another redirect URI",
            f -> f.with("redirect_uri", "http://localhost:8080/other"),
            500112,
            "invalid_grant"),
        web("an unknown code", f -> f.with("code", "1.AXkAnonsense"), 70000, "invalid_grant"),
        web(
            "an unknown grant type",
            f -> f.with("grant_type", "password"),
            70003,
            "unsupported_grant_type"),
        web(
            "an unknown client",
            f -> f.with("client_id", UNKNOWN_GUID),
            700016,
            "unauthorized_client"),
        web(
            "a malformed client id",
            f -> f.with("client_id", "web"),
            700038,
            "unauthorized_client"),
        web(
            "a disabled application",
            f -> f.with("client_id", "b7a1c2d3-0009-4a4a-9b9b-c0ffee000009"),
            7000112,
            "unauthorized_client"),
        web(
            "another application's code",
            f -> f.with("client_id", Contoso.IMPLICIT),
            70000,
            "invalid_grant"),
        web("a v1 resource", f -> f.with("resource", "x"), 901002, "invalid_request"),
        web(
            "a default mixed with a name",
            f -> f.with("scope", "https://graph.microsoft.com/.default User.Read"),
            70011,
            "invalid_scope"),
        web(
            "an unknown resource",
            f -> f.with("scope", "api://nowhere/.default"),
            500011,
            "invalid_resource"));
  }

  private static Arguments web(String what, UnaryOperator<Form> change, int code, String error) {
    return arguments(what, change, code, error, error.equals("invalid_client") ? 401 : 400);
  }

  @ParameterizedTest(name = "{0} is AADSTS{2}")
  @MethodSource("applicationRequests")
  void anApplicationActingByItselfIsRefused(
      String what, UnaryOperator<Form> change, int code, String error, int status) {
    assertRefused(SIMULATOR.redeem(change.apply(Form.clientCredentials())), code, error, status);
  }

  static Stream<Arguments> applicationRequests() {
    return Stream.of(
        web("no credential", f -> f.without("client_secret"), 7000216, "invalid_client"),
        web("a wrong secret", f -> f.with("client_secret", "wrong"), 7000215, "invalid_client"),
        web("no scope", f -> f.without("scope"), 900144, "invalid_request"),
        web("a named scope", f -> f.with("scope", "User.Read"), 1002012, "invalid_scope"),
        web(
            "an unknown resource",
            f -> f.with("scope", "api://nowhere/.default"),
            500011,
            "invalid_resource"));
  }

  @Test
  void aWebClientThatSendsAnOriginIsRefused() {
    String code = SIMULATOR.code(Form.web(), Contoso.ADA);

    TokenReply reply = SIMULATOR.redeem(Form.webCode(code), "Origin", Contoso.ORIGIN);

    assertRefused(reply, 9002326, "invalid_request", 400);
    assertThat(reply.text("error_description")).contains("'" + Contoso.ORIGIN + "'");
  }

  @Test
  void aPageThatSendsNoOriginIsRefused() {
    String code = SIMULATOR.code(Form.spa(), Contoso.ADA);

    assertRefused(SIMULATOR.redeem(Form.spaCode(code)), 9002327, "invalid_request", 400);
  }

  @Test
  void aServerThatRedeemsAPagesCodeWithASecretHearsOfThePlatform() {
    String code = SIMULATOR.code(Form.spa(), Contoso.ADA);

    Form form = Form.spaCode(code).with("client_secret", "some secret");

    assertRefused(SIMULATOR.redeem(form), 9002327, "invalid_request", 400);
  }

  @Test
  void aPageThatSendsASecretIsRefused() {
    String code = SIMULATOR.code(Form.spa(), Contoso.ADA);

    Form form = Form.spaCode(code).with("client_secret", "some secret");

    assertRefused(SIMULATOR.redeem(form, "Origin", Contoso.ORIGIN), 700025, "invalid_client", 401);
  }

  @Test
  void aWrongVerifierIsRefused() {
    String code = SIMULATOR.code(Form.spa(), Contoso.ADA);

    Form form = Form.spaCode(code).with("code_verifier", Form.CHALLENGE);

    assertRefused(SIMULATOR.redeem(form, "Origin", Contoso.ORIGIN), 501481, "invalid_grant", 400);
  }

  @Test
  void aMissingVerifierIsRefused() {
    String code = SIMULATOR.code(Form.spa(), Contoso.ADA);

    Form form = Form.spaCode(code).without("code_verifier");

    assertRefused(SIMULATOR.redeem(form, "Origin", Contoso.ORIGIN), 501481, "invalid_grant", 400);
  }

  @Test
  void aCodeIsRedeemedOnlyOnce() {
    Form form = Form.webCode(SIMULATOR.code(Form.web(), Contoso.ADA));
    assertThat(SIMULATOR.redeem(form).status()).isEqualTo(200);

    assertRefused(SIMULATOR.redeem(form), 54005, "invalid_grant", 400);
  }

  @Test
  void onDemandACodeIsRedeemedAgainUntilFurtherNotice() {
    Form form = Form.webCode(SIMULATOR.code(Form.web(), Contoso.ADA));
    SIMULATOR.redeem(form);
    SIMULATOR.entra().redeemCodesAgain(true);
    assertThat(SIMULATOR.redeem(form).status()).isEqualTo(200);
    SIMULATOR.entra().redeemCodesAgain(false);

    assertRefused(SIMULATOR.redeem(form), 54005, "invalid_grant", 400);
  }

  @Test
  void anUnknownTenantIsRefused() {
    TestBrowser.Page page =
        SIMULATOR
            .browser()
            .post(
                SIMULATOR.entra().httpUri().resolve("/nowhere.example/oauth2/v2.0/token"),
                Form.clientCredentials().values());

    assertRefused(new TokenReply(page), 90002, "invalid_request", 400);
  }

  @Test
  void anApplicationActingByItselfNeedsATenant() {
    TestBrowser.Page page =
        SIMULATOR
            .browser()
            .post(
                SIMULATOR.entra().httpUri().resolve("/common/oauth2/v2.0/token"),
                Form.clientCredentials().values());

    assertRefused(new TokenReply(page), 9001023, "invalid_request", 400);
  }

  @Test
  void theEndpointAcceptsPostOnly() {
    TokenReply reply = new TokenReply(SIMULATOR.browser().open(SIMULATOR.token()));

    assertRefused(reply, 900561, "invalid_request", 400);
  }

  @Test
  void theBodyHasEntrasShape() {
    TokenReply reply =
        SIMULATOR.redeem(
            Form.clientCredentials().with("client_secret", "wrong"),
            "client-request-id",
            "11111111-2222-4333-8444-555555555555");

    JsonNode body = reply.json();
    List<String> names = new ArrayList<>();
    body.fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "error",
            "error_description",
            "error_codes",
            "timestamp",
            "trace_id",
            "correlation_id",
            "error_uri");
    assertThat(body.path("timestamp").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ");
    assertThat(body.path("correlation_id").asText())
        .isEqualTo("11111111-2222-4333-8444-555555555555");
    assertThat(body.path("error_uri").asText())
        .isEqualTo(SIMULATOR.entra().httpUri() + "/error?code=7000215");
    assertThat(body.path("error_description").asText())
        .startsWith("AADSTS7000215: Invalid client secret provided.")
        .endsWith(
            " Trace ID: %s Correlation ID: %s Timestamp: %s"
                .formatted(
                    body.path("trace_id").asText(),
                    body.path("correlation_id").asText(),
                    body.path("timestamp").asText()));
    assertThat(reply.header("x-ms-clitelem")).isEqualTo("1,7000215,0,,");
    assertThat(reply.header("x-ms-request-id")).isEqualTo(body.path("trace_id").asText());
  }

  @Test
  void aCodeThatTheLookUpPageDoesNotKnowHasNoAddress() {
    TokenReply reply = SIMULATOR.redeem(Form.clientCredentials().with("grant_type", "magic"));

    assertThat(reply.json().has("error_uri")).isFalse();
  }

  private static void assertRefused(TokenReply reply, int code, String error, int status) {
    assertThat(reply.aadsts()).isEqualTo(code);
    assertThat(reply.text("error")).isEqualTo(error);
    assertThat(reply.text("error_description")).startsWith("AADSTS" + code + ": ");
    assertThat(reply.status()).isEqualTo(status);
  }
}
