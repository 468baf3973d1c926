package io.entrabroker.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sign-ins and previews by https where Microsoft is another site, as it is for everybody: cookies
 * have to come along when Microsoft's page posts the answer, and nothing else may bring them.
 */
@Needs(Tool.CHROMIUM)
@ExtendWith(Chromium.class)
class BetweenSitesIT {

  private static final String ADA = "ada.lovelace";

  private static CompanySite site;

  @BeforeAll
  static void openTheSite() throws IOException, GeneralSecurityException {
    site = new CompanySite();
  }

  @BeforeEach
  void nobodyIsKnown() {
    site.forgetPeople();
  }

  @AfterAll
  static void closeTheSite() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {CompanySite.WEB, CompanySite.POSTED})
  void peopleSignInHoweverMicrosoftAnswers(String alias, Browser browser) {
    try (Visitor ada = site.visitor(browser, "en-GB")) {
      ada.opens(CompanySite.signIn(alias));
      assertThat(ada.page().url()).startsWith("https://login.microsoftonline.com/");
      ada.picksAtMicrosoft(ADA);

      assertThat(ada.page())
          .hasURL(Pattern.compile("https://catalog[.]contoso[.]example/callback[?].*code=.*"));
      assertThat(ada.hasSession()).isTrue();
      assertThat(ada.cookie("KEYCLOAK_IDENTITY").orElseThrow().secure).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CompanySite.WEB, CompanySite.POSTED})
  void aPreviewBelongsToTheBrowserByACookieThatNoOtherHostCanSet(String alias, Browser browser) {
    String link = site.preview(alias);
    assertThat(link).startsWith(CompanySite.REALM + "/broker/" + alias + "/");
    try (Visitor ada = site.visitor(browser, "en-GB")) {
      ada.opens(link);
      Cookie cookie = ada.cookie("__Host-ENTRA_PREVIEW").orElseThrow();
      ada.picksAtMicrosoft(ADA);

      assertThat(ada.element("entra-preview-verdict")).containsText("would be let in");
      assertThat(ada.hasSession()).isFalse();
      assertThat(cookie.secure).isTrue();
      assertThat(cookie.httpOnly).isTrue();
      assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.NONE);
      assertThat(cookie.domain).isEqualTo("sso.contoso.example");
    }
  }

  @Test
  void anotherBrowserCannotBringTheAnswer(Browser browser) {
    String link = site.preview(CompanySite.POSTED);
    try (Visitor first = site.visitor(browser, "en-GB");
        Visitor second = site.visitor(browser, "en-GB")) {
      first.opens(link);
      String microsoft = first.page().url();
      second.opens(microsoft);
      second.picksAtMicrosoft(ADA);

      assertThat(second.page().locator("body")).containsText("This preview is over");
      assertThat(second.page().locator("#entra-preview")).hasCount(0);
    }
  }

  @Test
  void aRealmThatSpeaksGermanShowsThePreviewInGerman(Browser browser) {
    ObjectNode realm = (ObjectNode) site.admin().get("/openmetadata");
    realm.put("internationalizationEnabled", true);
    realm.putArray("supportedLocales").add("de").add("en");
    site.admin().put("/openmetadata", realm);
    try (Visitor ada = site.visitor(browser, "de-DE")) {
      ada.opens(site.preview(CompanySite.WEB));
      ada.picksAtMicrosoft(ADA);

      assertThat(ada.element("entra-preview-verdict")).containsText("würde eingelassen");
      assertThat(ada.element("entra-preview-rules")).containsText("Ein Mitglied des Mandanten.");
      ada.picture("preview in German");
    }
  }
}
