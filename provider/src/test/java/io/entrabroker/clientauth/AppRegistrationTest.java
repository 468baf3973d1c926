package io.entrabroker.clientauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.entrabroker.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppRegistrationTest {

  private final FakeSource source = FakeSource.with();

  @Test
  void aSinglePageApplicationSendsItsOriginAndNoCredential() {
    TokenRequestParts parts =
        only(
            new AppRegistration.SinglePageApplication("client")
                .tokenRequest(Requests.request(), source));

    assertThat(parts.form()).containsOnlyKeys("client_id");
    assertThat(parts.headers()).containsEntry("Origin", "https://kc.example");
  }

  @Test
  void aWebApplicationSendsItsSecretAndNoOrigin() {
    TokenRequestParts parts =
        only(
            new AppRegistration.WebApplication("client", new ClientSecret(new Secret("s3cret")))
                .tokenRequest(Requests.request(), source));

    assertThat(parts.form()).containsOnlyKeys("client_id", "client_secret");
    assertThat(parts.form()).containsEntry("client_secret", "s3cret");
    assertThat(parts.headers()).isEmpty();
    assertThat(parts.toString()).doesNotContain("s3cret");
  }

  @Test
  void aSecretShowsNowhere() {
    assertThat(
            new AppRegistration.WebApplication("client", new ClientSecret(new Secret("s3cret")))
                .toString())
        .doesNotContain("s3cret");
  }

  @Test
  void withoutACredentialThatCanBeReadThereIsNoRequest() {
    Parsed<List<TokenRequestParts>> parts =
        new AppRegistration.WebApplication(
                "client",
                new CertificateCredential(
                    new CertificateLocation.Realm("x"), AssertionAlgorithm.PS256, 30))
            .tokenRequest(Requests.request(), source);

    assertThat(parts.<String>fold(none -> "", problem -> problem)).isEqualTo("There is no key.");
  }

  @Test
  void withoutATokenRequestThereIsNothingToAdd() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new AppRegistration.WithoutTokenRequest("client")
                    .tokenRequest(Requests.request(), source));
  }

  private static TokenRequestParts only(Parsed<List<TokenRequestParts>> parts) {
    List<TokenRequestParts> all = parts.asOptional().orElseThrow();
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
