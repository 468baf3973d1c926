package io.entrabroker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

  private static final String ID = "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c";
  private static final LoginHosts WITH_SIMULATOR =
      LoginHosts.microsoftAnd("localhost:9090, login.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        ID,
        "  " + ID + " ",
        "0F9E8D7C-6B5A-4948-8372-61504F3E2D1C",
        "https://login.microsoftonline.com/" + ID,
        "https://login.microsoftonline.com/" + ID + "/",
        "https://login.microsoftonline.com/" + ID + "/v2.0",
        "https://login.microsoftonline.com/" + ID + "/v2.0/",
        "https://login.microsoftonline.com/" + ID + "/v2.0/.well-known/openid-configuration",
        "https://login.microsoftonline.com/" + ID + "/.well-known/openid-configuration",
        "https://login.microsoftonline.com/" + ID + "/oauth2/v2.0/authorize",
        "https://login.microsoftonline.com/" + ID + "/oauth2/v2.0/token",
        "HTTPS://LOGIN.MICROSOFTONLINE.COM/" + ID + "/V2.0",
        "https://login.microsoftonline.com:443/" + ID,
        "https://login.windows.net/" + ID,
        "https://sts.windows.net/" + ID + "/"
      })
  void everyFormThatAdministratorsPasteMeansTheSame(String pasted) {
    Endpoints endpoints = accepted(pasted).endpoints(DomainPin.none()).orElseThrow();

    assertThat(endpoints.issuer()).contains("https://login.microsoftonline.com/" + ID + "/v2.0");
    assertThat(endpoints.token())
        .hasToString("https://login.microsoftonline.com/" + ID + "/oauth2/v2.0/token");
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.microsoftonline.us, https://login.microsoftonline.us",
    "https://login.usgovcloudapi.net, https://login.microsoftonline.us",
    "https://login.partner.microsoftonline.cn, https://login.partner.microsoftonline.cn",
    "http://localhost:9090, http://localhost:9090",
    "https://login.example, https://login.example"
  })
  void theCloudIsRecognisedByItsHost(String host, String base) {
    assertThat(accepted(host + "/" + ID).base()).hasToString(base);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contoso.com",
        "Contoso.COM",
        "https://login.microsoftonline.com/contoso.com",
        "https://login.microsoftonline.com/contoso.com/v2.0"
      })
  void aDomainHasNoEndpointsUntilItIsPinned(String pasted) {
    Authority authority = accepted(pasted);
    TenantId tenant = TenantId.parse(ID).orElseThrow();

    assertThat(authority.endpoints(DomainPin.none())).isEmpty();
    assertThat(authority.endpoints(DomainPin.of("fabrikam.com", tenant))).isEmpty();
    assertThat(authority.endpoints(DomainPin.of("contoso.com", tenant)))
        .contains(new Endpoints(authority.base(), tenant));
    assertThat(authority.metadata())
        .hasToString(
            "https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contoso",
        "not a tenant",
        "1-1-1-1-1",
        "https://login.microsoftonline.com",
        "https://login.microsoftonline.com/",
        "https://login.microsoftonline.com/" + ID + "/auth",
        "https://login.microsoftonline.com/" + ID + "/v1.0",
        "https://login.microsoftonline.com/" + ID + "?x=y",
        "https://login.microsoftonline.com/" + ID + "#x",
        "https://user@login.microsoftonline.com/" + ID,
        "https://login.microsoftonline.com.evil.example/" + ID,
        "https://evil.example/" + ID,
        "https://localhost/" + ID,
        "http://login.microsoftonline.com/" + ID,
        "http://login.example/" + ID,
        "ftp://login.microsoftonline.com/" + ID,
        "https://login.microsoftonline.com/everybody",
        "https://[/" + ID,
        "//login.microsoftonline.com/" + ID,
        "login.microsoftonline.com/" + ID
      })
  void anythingElseIsRefusedWithASentenceThatSaysWhatToWrite(String pasted) {
    Parsed<Authority> parsed = Authority.parse(pasted, WITH_SIMULATOR);

    assertThat(parsed.asOptional()).isEmpty();
    assertThat(parsed.<String>fold(authority -> "", problem -> problem))
        .containsAnyOf("Write the tenant's id", "must begin with https://");
  }

  @Test
  void ahostThatOnlyTheRealmNamesIsRefused() {
    String simulator = "http://localhost:9090/" + ID;

    assertThat(Authority.parse(simulator, LoginHosts.microsoftOnly()).asOptional()).isEmpty();
    assertThat(Authority.parse(simulator, WITH_SIMULATOR).asOptional()).isPresent();
  }

  @Test
  void aLongTextIsNotRepeatedWhole() {
    String problem =
        Authority.parse("x".repeat(5000), WITH_SIMULATOR).fold(authority -> "", text -> text);

    assertThat(problem).hasSizeLessThan(400);
  }

  private static Authority accepted(String pasted) {
    return Authority.parse(pasted, WITH_SIMULATOR).asOptional().orElseThrow();
  }
}
