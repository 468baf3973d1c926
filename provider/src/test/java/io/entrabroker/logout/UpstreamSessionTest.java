package io.entrabroker.logout;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.EntraClaims;
import io.entrabroker.tenant.TenantId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamSessionTest {

  private static final String TENANT = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";

  @Test
  void itIsTheTenantAndTheHintOfTheToken() {
    UpstreamSession session =
        UpstreamSession.of(new EntraClaims(Map.of("tid", TENANT, "login_hint", "O.CiQ")))
            .orElseThrow();

    assertThat(session.segment()).isEqualTo(TENANT);
    assertThat(session.hint()).isEqualTo("O.CiQ");
  }

  @Test
  void aTokenWithoutTheOptionalClaimGivesNoHint() {
    assertThat(UpstreamSession.of(new EntraClaims(Map.of("tid", TENANT))).orElseThrow().hint())
        .isEmpty();
  }

  @Test
  void aTokenWithoutATenantGivesNothing() {
    assertThat(UpstreamSession.of(new EntraClaims(Map.of("login_hint", "O.CiQ")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "O.CiQwMDAw", "a/b=c&d+e"})
  void itSurvivesBeingWrittenAndRead(String hint) {
    UpstreamSession session = new UpstreamSession(TenantId.parse(TENANT).orElseThrow(), hint);

    assertThat(UpstreamSession.parse(session.text())).contains(session);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\nb", "ä", "\u202ea"})
  void aHintThatIsNoPlainTextIsNone(String hint) {
    assertThat(new UpstreamSession(TenantId.parse(TENANT).orElseThrow(), hint).hint()).isEmpty();
  }

  @Test
  void anEndlessHintIsNone() {
    TenantId tenant = TenantId.parse(TENANT).orElseThrow();

    assertThat(new UpstreamSession(tenant, "a".repeat(1024)).hint()).hasSize(1024);
    assertThat(new UpstreamSession(tenant, "a".repeat(1025)).hint()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x y", "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c"})
  void anythingElseIsNotRead(String text) {
    assertThat(UpstreamSession.parse(text)).isEmpty();
  }

  @Test
  void whatIsLoggedNamesNobody() {
    assertThat(new UpstreamSession(TenantId.parse(TENANT).orElseThrow(), "ada").toString())
        .doesNotContain("ada");
  }
}
