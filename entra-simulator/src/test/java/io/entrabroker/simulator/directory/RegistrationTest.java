package io.entrabroker.simulator.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of deploy/entra, filled in. */
class RegistrationTest {

  private static final String APP_ID = "c1c1c1c1-0000-4000-8000-000000000001";
  private static final RegistrationSite SITE =
      new RegistrationSite("https://sso.contoso.example", "catalog", "microsoft");

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftOpenOnceItIsFilledIn(Registration registration) {
    assertThat(registration.of(SITE, APP_ID).toString()).doesNotContain("${");
  }

  @ParameterizedTest
  @CsvSource({"WEB, web, spa", "SPA, spa, web"})
  void theRedirectUrisAreTheBrokersAndUnderOnePlatformOnly(
      Registration registration, String platform, String other) {
    ObjectNode application = registration.of(SITE, APP_ID);

    assertThat(application.at("/" + platform + "/redirectUris"))
        .map(uri -> uri.asText())
        .containsExactly(
            "https://sso.contoso.example/realms/catalog/broker/microsoft/endpoint",
            "https://sso.contoso.example/realms/catalog/broker/microsoft/endpoint/logout_response");
    assertThat(application.at("/" + other + "/redirectUris")).isEmpty();
  }

  @Test
  void whoeverSignsOutAtMicrosoftIsAnnouncedOverHttpsOnly() {
    assertThat(Registration.SPA.of(SITE, APP_ID).at("/web/logoutUrl").asText())
        .isEqualTo(
            "https://sso.contoso.example/realms/catalog/broker/microsoft/endpoint/"
                + "frontchannel_logout");
    assertThat(Registration.WEB.of(RegistrationSite.local(), APP_ID).at("/web/logoutUrl").isNull())
        .isTrue();
  }

  @Test
  void anApiIsNamedAfterItsClientId() {
    assertThat(Registration.INGESTION.of(SITE, APP_ID).at("/identifierUris/0").asText())
        .isEqualTo("api://" + APP_ID);
  }

  @Test
  void webAndSinglePageDifferInTheirPlatformAndNothingElse() {
    ObjectNode web = Registration.WEB.of(SITE, APP_ID);
    ObjectNode spa = Registration.SPA.of(SITE, APP_ID);

    ((ObjectNode) web.get("web")).remove("redirectUris");
    ((ObjectNode) spa.get("web")).remove("redirectUris");

    assertThat(web.remove(List.of("displayName", "spa")))
        .isEqualTo(spa.remove(List.of("displayName", "spa")));
  }

  @Test
  void contososApplicationsAreTheShippedOnes() {
    ObjectNode shipped =
        Registration.WEB.of(RegistrationSite.local(), "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001");

    ObjectNode web = Directory.contoso().tenants().get(0).applications().get(0).json();

    assertThat(web.remove(List.of("id", "passwordCredentials", "keyCredentials")))
        .isEqualTo(shipped);
  }

  @ParameterizedTest
  @CsvSource({
    "https://sso.example/, openmetadata, entra",
    "sso.example, openmetadata, entra",
    "'https://sso.example\",\"x', openmetadata, entra",
    "https://sso.example, open/metadata, entra",
    "https://sso.example, openmetadata, ''"
  })
  void whatCouldBreakTheFileIsNotFilledIn(String url, String realm, String alias) {
    assertThatThrownBy(() -> new RegistrationSite(url, realm, alias))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
