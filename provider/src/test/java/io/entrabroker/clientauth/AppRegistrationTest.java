package io.entrabroker.clientauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class AppRegistrationTest {

  private static final String ORIGIN = "https://kc.example";

  @Test
  void aSinglePageApplicationSendsItsOriginAndNoCredential() {
    TokenRequestParts parts =
        new AppRegistration.SinglePageApplication("client").tokenRequest(ORIGIN);

    assertThat(parts.form()).containsOnlyKeys("client_id");
    assertThat(parts.headers()).containsEntry("Origin", ORIGIN);
  }

  @Test
  void aWebApplicationSendsItsSecretAndNoOrigin() {
    TokenRequestParts parts =
        new AppRegistration.WebApplication("client", new Secret("s3cret")).tokenRequest(ORIGIN);

    assertThat(parts.form()).containsEntry("client_secret", "s3cret");
    assertThat(parts.headers()).isEmpty();
    assertThat(parts.toString()).doesNotContain("s3cret");
  }

  @Test
  void withoutATokenRequestThereIsNothingToAdd() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new AppRegistration.WithoutTokenRequest("client").tokenRequest(ORIGIN));
  }
}
