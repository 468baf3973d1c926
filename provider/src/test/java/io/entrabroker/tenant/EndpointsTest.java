package io.entrabroker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

  private static final TenantId TENANT =
      TenantId.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c").orElseThrow();
  private static final String ROOT = "https://login.microsoftonline.com/" + TENANT;

  @Test
  void theyAreDerivedFromHostAndTenant() {
    Endpoints endpoints = new Endpoints(URI.create("https://login.microsoftonline.com"), TENANT);

    assertThat(endpoints.authorization()).hasToString(ROOT + "/oauth2/v2.0/authorize");
    assertThat(endpoints.token()).hasToString(ROOT + "/oauth2/v2.0/token");
    assertThat(endpoints.keys()).hasToString(ROOT + "/discovery/v2.0/keys");
    assertThat(endpoints.issuer()).contains(ROOT + "/v2.0");
  }

  @Test
  void theMetadataOfATenantStandsUnderItsId() {
    assertThat(authority(TENANT.toString()).metadata())
        .hasToString(ROOT + "/v2.0/.well-known/openid-configuration");
  }

  @ParameterizedTest
  @CsvSource({
    "PUBLIC, https://graph.microsoft.com",
    "US_GOVERNMENT, https://graph.microsoft.us https://dod-graph.microsoft.us",
    "CHINA, https://microsoftgraph.chinacloudapi.cn"
  })
  void everyCloudHasItsOwnMicrosoftGraph(Cloud cloud, String origins) {
    List<URI> expected = Arrays.stream(origins.split(" ", -1)).map(URI::create).toList();

    assertThat(cloud.graphOrigins()).isEqualTo(expected);
    assertThat(LoginHosts.microsoftOnly().graphOrigins(URI.create("https://" + cloud.loginHost())))
        .isEqualTo(expected);
  }

  @Test
  void anAliasHasEndpointsButNoIssuer() {
    Endpoints endpoints = authority("organizations").endpoints(DomainPin.none()).orElseThrow();

    assertThat(endpoints.authorization())
        .hasToString("https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize");
    assertThat(endpoints.metadata()).isEqualTo(authority("organizations").metadata());
    assertThat(endpoints.tenant()).isEmpty();
    assertThat(endpoints.issuer()).isEmpty();
  }

  @Test
  void aPinFitsTheDomainThatItWasMadeFor() {
    DomainPin pin = DomainPin.of("Contoso.COM", TENANT);

    assertThat(pin).isEqualTo(new DomainPin("contoso.com=" + TENANT));
    assertThat(pin.fits(authority("contoso.com"))).isTrue();
    assertThat(pin.fits(authority("fabrikam.com"))).isFalse();
    assertThat(pin.fits(authority(TENANT.toString()))).isFalse();
    assertThat(DomainPin.none().fits(authority("contoso.com"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=",
        "contoso.com",
        "contoso.com=",
        "contoso.com=x",
        "=contoso.com",
        "=0f9e8d7c-6b5a-4948-8372-61504f3e2d1c"
      })
  void aPinThatSaysNoTenantPinsNothing(String text) {
    assertThat(new DomainPin(text).tenantOf("contoso.com")).isEmpty();
    assertThat(new DomainPin(text).tenantOf("")).isEmpty();
  }

  @Test
  void aWrongAuthorityIsRepeatedInOneLineOfAtMost80Characters() {
    assertThat(problem("x".repeat(80))).startsWith("'" + "x".repeat(80) + "' is neither");
    assertThat(problem("x".repeat(81))).startsWith("'" + "x".repeat(80) + "…' is neither");
    assertThat(problem("a\u0007b")).startsWith("'a?b' is neither");
  }

  private static String problem(String text) {
    return Authority.parse(text, LoginHosts.microsoftOnly()).fold(Authority::toString, p -> p);
  }

  private static Authority authority(String text) {
    return Authority.parse(text, LoginHosts.microsoftOnly()).asOptional().orElseThrow();
  }
}
