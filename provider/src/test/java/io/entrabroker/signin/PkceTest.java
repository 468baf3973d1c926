package io.entrabroker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PkceTest {

  @Test
  void theChallengeIsThatOfTheStandardsExample() {
    // RFC 7636, appendix B.
    assertThat(new Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }

  @Test
  void theVerifierIsLongEnoughAndShowsInNoText() {
    Pkce pkce = Pkce.from(new byte[32]);

    assertThat(pkce.verifier()).hasSize(43).matches("[A-Za-z0-9_-]+");
    assertThat(pkce.toString()).doesNotContain(pkce.verifier());
  }
}
