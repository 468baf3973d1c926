package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.Directory;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which errors stay at the login host, and which ones the application hears of. */
class AuthorizeErrorsTest {

  private static final String STRICT = "b7a1c2d3-0008-4a4a-9b9b-c0ffee000008";
  private static final String UNUSED = "b7a1c2d3-0007-4a4a-9b9b-c0ffee000007";
  private static final String STRICT_REDIRECT = "https://strict.example/callback";

  @RegisterExtension
  static final RunningSimulator SIMULATOR =
      RunningSimulator.of(Directory.contoso().edited(AuthorizeErrorsTest::addApplications));

  private static void addApplications(ObjectNode json) {
    ObjectNode strict =
        json.withArray("applications")
            .addObject()
            .put("appId", STRICT)
            .put("displayName", "Assignment required");
    strict.putObject("web").putArray("redirectUris").add(STRICT_REDIRECT);
    json.withArray("servicePrincipals")
        .addObject()
        .put("id", "5e2171ce-0000-4000-8000-000000000008")
        .put("appId", STRICT)
        .put("appRoleAssignmentRequired", true);
    json.withArray("applications")
        .addObject()
        .put("appId", UNUSED)
        .put("displayName", "Without redirect URI");
  }

  @ParameterizedTest(name = "{0}: AADSTS{2} on a page")
  @MethodSource("pages")
  void theErrorStaysAtTheLoginHost(String what, Form request, int code) {
    TestBrowser.Page page = SIMULATOR.browser().open(SIMULATOR.authorize(request));

    assertStays(page, code);
  }

  static Stream<Arguments> pages() {
    return Stream.of(
        arguments(
            "unregistered redirect URI",
            Form.web().with("redirect_uri", "https://evil.example/"),
            50011),
        arguments(
            "redirect URI in another case",
            Form.web().with("redirect_uri", Contoso.WEB_REDIRECT.replace("realms", "Realms")),
            50011),
        arguments(
            "redirect URI with a query",
            Form.web().with("redirect_uri", Contoso.WEB_REDIRECT + "?x=1"),
            50011),
        arguments(
            "redirect URI on 127.0.0.1",
            Form.web().with("redirect_uri", Contoso.WEB_REDIRECT.replace("localhost", "127.0.0.1")),
            50011),
        arguments(
            "unknown client",
            Form.web().with("client_id", "00000000-0000-0000-0000-00000000dead"),
            700016),
        arguments("malformed client id", Form.web().with("client_id", "web"), 700038),
        arguments("no client id", Form.web().without("client_id"), 900144),
        arguments("no redirect URI registered", Form.web().with("client_id", UNUSED), 500113));
  }

  @Test
  void anUnknownTenantStaysAtTheLoginHost() {
    URI address =
        URI.create(
            SIMULATOR.entra().httpUri()
                + "/fabrikam.example/oauth2/v2.0/authorize?"
                + Form.web().encoded());

    assertStays(SIMULATOR.browser().open(address), 90002);
  }

  @Test
  void aSingleTenantApplicationCannotBeUsedThroughCommon() {
    URI address =
        URI.create(
            SIMULATOR.entra().httpUri() + "/common/oauth2/v2.0/authorize?" + Form.web().encoded());

    assertStays(SIMULATOR.browser().open(address), 50194);
  }

  @Test
  void aDisabledPersonStaysAtTheLoginHost() {
    TestBrowser.Page page =
        SIMULATOR.browser().open(SIMULATOR.authorize(Form.web())).press(Contoso.CHARLES);

    assertStays(page, 50057);
  }

  @ParameterizedTest(name = "{0}: {2} with AADSTS{3}")
  @MethodSource("redirects")
  void theApplicationIsTold(String what, Form request, String error, int code) {
    TestBrowser.Page page = SIMULATOR.browser().open(SIMULATOR.authorize(request));

    assertThat(page.status()).isEqualTo(302);
    assertTold(answer(page), error, code);
  }

  static Stream<Arguments> redirects() {
    return Stream.of(
        arguments(
            "ID token not ticked",
            Form.web().with("response_type", "id_token"),
            "unsupported_response_type",
            700054),
        arguments(
            "hybrid not ticked",
            Form.web().with("response_type", "code id_token"),
            "unsupported_response_type",
            700054),
        arguments(
            "access token not ticked",
            Form.implicit().with("response_type", "id_token token"),
            "unsupported_response_type",
            700051),
        arguments(
            "unknown response type",
            Form.web().with("response_type", "magic"),
            "unsupported_response_type",
            70005),
        arguments(
            "no response type", Form.web().without("response_type"), "invalid_request", 900144),
        arguments("no scope", Form.web().without("scope"), "invalid_request", 900144),
        arguments("no nonce", Form.implicit().without("nonce"), "invalid_request", 900144),
        arguments(
            "unknown response mode",
            Form.web().with("response_mode", "pigeon"),
            "invalid_request",
            70007),
        arguments(
            "ID token in the query",
            Form.implicit().with("response_mode", "query"),
            "invalid_request",
            70007),
        arguments("unknown prompt", Form.web().with("prompt", "please"), "invalid_request", 90023),
        arguments(
            "silent and not silent",
            Form.web().with("prompt", "none login"),
            "invalid_request",
            90023),
        arguments(
            "page without PKCE", Form.spa().without("code_challenge"), "invalid_request", 9002325),
        arguments(
            "short code challenge",
            Form.spa().with("code_challenge", "short"),
            "invalid_request",
            501491),
        arguments(
            "unknown challenge method",
            Form.spa().with("code_challenge_method", "S1"),
            "invalid_request",
            90023),
        arguments(
            "unknown resource",
            Form.web().with("scope", "openid api://nowhere/read"),
            "invalid_resource",
            500011),
        arguments(
            "a default mixed with a name",
            Form.web().with("scope", "openid User.Read https://graph.microsoft.com/.default"),
            "invalid_scope",
            70011),
        arguments(
            "silent without session", Form.web().with("prompt", "none"), "login_required", 50058));
  }

  @Test
  void anErrorOfTheImplicitFlowIsInTheFragment() {
    TestBrowser.Page page =
        SIMULATOR.browser().open(SIMULATOR.authorize(Form.web().with("response_type", "id_token")));

    assertThat(page.location().getRawQuery()).isNull();
    assertThat(page.fragmentOfLocation()).containsKey("error");
  }

  @Test
  void aPersonWithoutAssignmentIsToldToTheApplication() {
    Form request = Form.web().with("client_id", STRICT).with("redirect_uri", STRICT_REDIRECT);

    TestBrowser.Page page =
        SIMULATOR.browser().open(SIMULATOR.authorize(request)).press(Contoso.ADA);

    assertTold(answer(page), "interaction_required", 50105);
  }

  @Test
  void cancelIsToldWithoutNumberAndDescription() {
    TestBrowser.Page page =
        SIMULATOR.browser().open(SIMULATOR.authorize(Form.web())).press("cancel");

    assertThat(page.queryOfLocation())
        .containsExactly(
            Map.entry("error", "access_denied"),
            Map.entry("error_subcode", "cancel"),
            Map.entry("state", "state-1"));
  }

  @Test
  void redirectedTextIsEncodedAsEntraDoes() {
    TestBrowser.Page page =
        SIMULATOR.browser().open(SIMULATOR.authorize(Form.web().with("prompt", "none")));

    assertThat(page.header("Location"))
        .startsWith(
            Contoso.WEB_REDIRECT
                + "?error=login_required&error_description=AADSTS50058%3a+A+silent");
  }

  private static Map<String, String> answer(TestBrowser.Page page) {
    return page.location().getRawQuery() == null
        ? page.fragmentOfLocation()
        : page.queryOfLocation();
  }

  private static void assertTold(Map<String, String> answer, String error, int code) {
    assertThat(answer).containsEntry("error", error).containsEntry("state", "state-1");
    assertThat(answer.get("error_description"))
        .startsWith("AADSTS" + code + ": ")
        .contains(" Trace ID: ", " Correlation ID: ", " Timestamp: ");
    assertThat(answer.get("error_uri")).endsWith("/error?code=" + code);
  }

  private static void assertStays(TestBrowser.Page page, int code) {
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("Location")).isEmpty();
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body())
        .contains("AADSTS" + code, "Request Id", "Correlation Id", "Timestamp")
        .doesNotContain("<a ", "<form", "http-equiv");
  }
}
