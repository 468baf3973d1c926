package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in a browser as clients: PKCE, Origin, and who may read the answer. */
class BrowserAppsTest {

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  @Test
  void aPageRedeemsItsCodeWithVerifierAndOrigin() {
    TokenReply reply = redeem(Contoso.ORIGIN);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.idToken().getAudience()).containsExactly(Contoso.SPA);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(Contoso.ORIGIN);
    assertThat(reply.header("Vary")).isEqualTo("Origin");
  }

  @Test
  void thePlainChallengeIsGoodEnoughForEntra() {
    Form request =
        Form.spa().with("code_challenge", Form.VERIFIER).without("code_challenge_method");

    Form form = Form.spaCode(SIMULATOR.code(request, Contoso.ADA));

    assertThat(SIMULATOR.redeem(form, "Origin", Contoso.ORIGIN).status()).isEqualTo(200);
  }

  @Test
  void aPageThatIsNotRegisteredMayNotReadTheAnswer() {
    assertThat(redeem("https://evil.example").header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void aPageReadsWhyItWasRefused() {
    Form form = Form.spaCode("1.AXkAnonsense");

    TokenReply reply = SIMULATOR.redeem(form, "Origin", Contoso.ORIGIN);

    assertThat(reply.aadsts()).isEqualTo(70000);
    assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(Contoso.ORIGIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "http://localhost:5173"})
  void theBrowserMayAskFirst(String origin) {
    TestBrowser.Page page = preflight(origin);

    assertThat(page.status()).isEqualTo(204);
    assertThat(page.header("Access-Control-Allow-Origin")).isEqualTo(origin);
    assertThat(page.header("Access-Control-Allow-Methods")).contains("POST");
  }

  @Test
  void theBrowserOfAStrangerAsksInVain() {
    assertThat(preflight("https://evil.example").header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void noOtherEndpointMayBeReadFromPages() {
    URI address = SIMULATOR.authorize(Form.spa());

    TestBrowser.Page page =
        SIMULATOR
            .browser()
            .send(address, HttpRequest.newBuilder(address).GET().header("Origin", Contoso.ORIGIN));

    assertThat(page.header("Access-Control-Allow-Origin")).isEmpty();
  }

  private static TokenReply redeem(String origin) {
    Form form = Form.spaCode(SIMULATOR.code(Form.spa(), Contoso.ADA));
    return SIMULATOR.redeem(form, "Origin", origin);
  }

  private static TestBrowser.Page preflight(String origin) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(SIMULATOR.token())
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST");
    return SIMULATOR.browser().send(SIMULATOR.token(), request);
  }
}
