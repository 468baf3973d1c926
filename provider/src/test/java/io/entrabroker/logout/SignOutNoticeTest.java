package io.entrabroker.logout;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.logout.SignOutNotice.Problem;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantPolicy;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignOutNoticeTest {

  private static final URI BASE = URI.create("https://login.microsoftonline.com");
  private static final TenantId TENANT =
      TenantId.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c").orElseThrow();
  private static final TenantId OTHER =
      TenantId.parse("11111111-2222-4333-8444-555555555555").orElseThrow();
  private static final String ISSUER = BASE + "/" + TENANT + "/v2.0";
  private static final String SID = "00a1b2c3-d4e5-4f60-8a7b-9c0d1e2f3a4b";
  private static final TenantPolicy POLICY = new TenantPolicy.SingleTenant(TENANT);

  @Test
  void aNoticeOfTheTenantIsHeard() {
    assertThat(new SignOutNotice(ISSUER, SID).problem(BASE, POLICY, SignOutGuard.ALL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0",
        "https://login.microsoftonline.com/0F9E8D7C-6B5A-4948-8372-61504F3E2D1C/v2.0",
        "https://login.microsoftonline.com/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/v2.0/",
        "https://login.microsoftonline.com/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/v2x0",
        "https://login.microsoftonline.com/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/",
        "https://login.microsoftonline.com/common/v2.0",
        "https://login.microsoftonline.com/{tenantid}/v2.0",
        "https://login.microsoftonline.com.evil.example/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/v2.0",
        "https://login.microsoftonline.us/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/v2.0",
        "http://login.microsoftonline.com/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/v2.0",
        "https://sts.windows.net/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/"
      })
  void anotherIssuerIsHeardOnlyWithoutItsGuard(String issuer) {
    SignOutNotice notice = new SignOutNotice(issuer, SID);

    assertThat(notice.problem(BASE, POLICY, SignOutGuard.ALL)).contains(Problem.ISSUER);
    assertThat(notice.problem(BASE, POLICY, without(SignOutGuard.ISSUER))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "short", "%", "*", "with space and more of it", "a/b/c/d/e/f/g/h/i/j"})
  void aSessionIdOfAnotherShapeIsNotHeard(String sid) {
    assertThat(new SignOutNotice(ISSUER, sid).problem(BASE, POLICY, SignOutGuard.ALL))
        .contains(Problem.MALFORMED);
  }

  @Test
  void whatIsTooLongIsNotHeard() {
    assertThat(new SignOutNotice(ISSUER, "a".repeat(128)).problem(BASE, POLICY, SignOutGuard.ALL))
        .isEmpty();
    assertThat(new SignOutNotice(ISSUER, "a".repeat(129)).problem(BASE, POLICY, SignOutGuard.ALL))
        .contains(Problem.MALFORMED);
    assertThat(new SignOutNotice("i".repeat(257), SID).problem(BASE, POLICY, SignOutGuard.ALL))
        .contains(Problem.MALFORMED);
    assertThat(new SignOutNotice("", SID).problem(BASE, POLICY, SignOutGuard.ALL))
        .contains(Problem.MALFORMED);
  }

  @Test
  void aSessionOfAnotherTenantIsMeantOnlyWithoutItsGuard() {
    SignOutNotice notice = new SignOutNotice(ISSUER, SID);
    UpstreamSession others = new UpstreamSession(OTHER, "");

    assertThat(notice.isAbout(new UpstreamSession(TENANT, ""), BASE, SignOutGuard.ALL)).isTrue();
    assertThat(notice.isAbout(others, BASE, SignOutGuard.ALL)).isFalse();
    assertThat(notice.isAbout(others, BASE, without(SignOutGuard.TENANT))).isTrue();
  }

  @Test
  void whatIsLoggedEndsNoSession() {
    assertThat(new SignOutNotice(ISSUER, SID).toString()).doesNotContain(SID, ISSUER);
  }

  private static Set<SignOutGuard> without(SignOutGuard guard) {
    return EnumSet.complementOf(EnumSet.of(guard));
  }
}
