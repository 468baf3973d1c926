package io.entrabroker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyIssuerTest {

  private static final Endpoints TENANT =
      new Endpoints(
          URI.create("https://login.microsoftonline.com"),
          TenantId.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c").orElseThrow());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://login.microsoftonline.com/{tenantid}/v2.0",
        "https://login.microsoftonline.com/{TenantId}/v2.0",
        "https://login.microsoftonline.com/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c/v2.0"
      })
  void aKeyOfEveryTenantOrOfThisOneSignsForIt(String issuer) {
    assertThat(KeyIssuer.vouchesFor(issuer, TENANT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
        "https://login.microsoftonline.us/{tenantid}/v2.0",
        "https://sts.windows.net/{tenantid}/",
        "{tenantid}",
        "https://login.microsoftonline.com/{tenantid}/{tenantid}/v2.0"
      })
  void aKeyOfAnotherIssuerDoesNot(String issuer) {
    assertThat(KeyIssuer.vouchesFor(issuer, TENANT)).isFalse();
  }
}
