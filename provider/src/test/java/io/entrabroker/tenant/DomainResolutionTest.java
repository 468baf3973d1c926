package io.entrabroker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainResolutionTest {

  private static final TenantId ONE =
      TenantId.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c").orElseThrow();
  private static final TenantId OTHER =
      TenantId.parse("11111111-2222-4333-8444-555555555555").orElseThrow();
  private static final URI BASE = URI.create("https://login.microsoftonline.com");

  @Test
  void theFirstLookPinsWhatItFinds() {
    assertThat(DomainResolution.of(Optional.empty(), Optional.of(ONE)))
        .isEqualTo(new DomainResolution.New(ONE));
  }

  @Test
  void withoutAPinAndWithoutAnAnswerThereIsNoTenant() {
    assertThat(DomainResolution.of(Optional.empty(), Optional.empty()))
        .isEqualTo(new DomainResolution.Unresolved());
  }

  @Test
  void thePinHoldsWhileNobodyAnswers() {
    assertThat(DomainResolution.of(Optional.of(ONE), Optional.empty()))
        .isEqualTo(new DomainResolution.Unchanged());
  }

  @Test
  void thePinHoldsWhenItIsConfirmed() {
    assertThat(DomainResolution.of(Optional.of(ONE), Optional.of(ONE)))
        .isEqualTo(new DomainResolution.Unchanged());
  }

  @Test
  void anotherTenantThanThePinnedOneIsAMove() {
    assertThat(DomainResolution.of(Optional.of(ONE), Optional.of(OTHER)))
        .isEqualTo(new DomainResolution.Moved());
  }

  @Test
  void theTenantIsReadFromTheIssuerOfTheMetadata() {
    assertThat(DomainResolution.tenantOfIssuer(BASE, BASE + "/" + ONE + "/v2.0")).contains(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/v2.0",
        "https://login.microsoftonline.com.evil.example/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/v2.0",
        "https://login.microsoftonline.com/{tenantid}/v2.0",
        "https://login.microsoftonline.com/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/v1.0",
        "https://login.microsoftonline.com/",
        ""
      })
  void anIssuerOfAnotherShapeNamesNoTenant(String issuer) {
    assertThat(DomainResolution.tenantOfIssuer(BASE, issuer)).isEmpty();
  }
}
