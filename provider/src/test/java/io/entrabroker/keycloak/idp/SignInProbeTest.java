package io.entrabroker.keycloak.idp;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.doctor.EntraState.Probe;
import io.entrabroker.keycloak.upstream.ScriptedHttpClient;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.settings.Connection;
import io.entrabroker.settings.SettingsReader;
import io.entrabroker.tenant.LoginHosts;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInProbeTest {

  private static final String BACK = "https://login.contoso.com/realms/r/broker/entra/endpoint";

  private final ScriptedHttpClient entra = new ScriptedHttpClient();

  @Test
  void whoeverIsSentBackSinceNobodyIsSignedInIsKnown() {
    for (String error : List.of("login_required", "interaction_required", "consent_required")) {
      sendsBack(BACK + "?error=" + error + "&error_description=AADSTS50058%3a+Nobody.");

      assertThat(web().ask()).isEqualTo(new Probe.NotAsked());
    }
  }

  @Test
  void aPageThatSaysWhatIsWrongIsRead() {
    entra.answers(400, "<html><body>AADSTS50011: The redirect URI does not match.</body></html>");

    assertThat(web().ask()).isEqualTo(new Probe.Refused(List.of(50011)));
  }

  @Test
  void whoeverIsSentBackWithAnotherErrorLearnsIt() {
    sendsBack(BACK + "#error=unsupported_response_type&error_description=AADSTS700054%3A+no");

    assertThat(web().ask()).isEqualTo(new Probe.Refused(List.of(700054)));
  }

  @Test
  void anAddressThatIsNoneProvesNothing() {
    sendsBack("http://[%zz");

    assertThat(web().ask()).isEqualTo(new Probe.NotAsked());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>Sign in</html>", "AADSTS", "AADSTS12"})
  void whatSaysNothingProvesNothing(String page) {
    entra.answers(200, page);

    assertThat(web().ask()).isEqualTo(new Probe.NotAsked());
  }

  @Test
  void nobodyThereProvesNothing() {
    entra.isUnreachable();

    assertThat(web().ask()).isEqualTo(new Probe.NotAsked());
  }

  @Test
  void aPageThatNeverEndsIsNotRead() {
    entra.answers(200, " ".repeat(300_000) + "AADSTS50011");

    assertThat(web().ask()).isEqualTo(new Probe.NotAsked());
  }

  @Test
  void webIsAskedForWithoutAChallengeAndASinglePageWithOne() {
    web().ask();
    spa().ask();

    assertThat(entra.asked.get(0).getQuery())
        .contains("prompt=none", "response_type=code", "redirect_uri=" + BACK)
        .doesNotContain("code_challenge");
    assertThat(entra.asked.get(1).getQuery()).contains("code_challenge_method=S256");
  }

  @Test
  void theFlowWithoutACodeIsAskedForAsSuch() {
    probe(Map.of("registration", "web", "flow", "id_token", "clientSecret", "none")).ask();

    assertThat(entra.asked.get(0).getQuery())
        .contains("response_type=id_token", "response_mode=fragment");
  }

  private void sendsBack(String location) {
    entra.answers(address -> new ScriptedHttpClient.Reply(302, "", location));
  }

  private SignInProbe web() {
    return probe(Map.of("registration", "web", "clientSecret", "a-secret-of-some-length"));
  }

  private SignInProbe spa() {
    return probe(Map.of("registration", "spa", "clientSecret", "none"));
  }

  private SignInProbe probe(Map<String, String> settings) {
    Map<String, String> config = new HashMap<>(settings);
    config.put("authority", "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c");
    config.put("clientId", "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001");
    Connection connection =
        new SettingsReader(LoginHosts.microsoftOnly())
            .read(config)
            .settings()
            .orElseThrow()
            .connection();
    return new SignInProbe(
        new Upstream(entra, Duration.ofSeconds(5)), connection, URI.create(BACK));
  }
}
