package io.entrabroker.themes;

import static io.entrabroker.themes.PageBeans.SocialProvider.entra;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.themes.PageBeans.SocialProvider;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The button on the stock pages of every supported Keycloak release. */
final class SignInButtonTest {

  static Stream<Arguments> pages() {
    return StockThemes.ofEverySupportedRelease()
        .flatMap(
            stock -> Stream.of("login", "login-username").map(page -> Arguments.of(stock, page)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void saysSignInWithMicrosoftToEyesAndToScreenReaders(StockThemes stock, String page) {
    Element button =
        button(page(stock, page, entra("corporate", "Microsoft Entra ID")), "corporate");

    assertThat(button.text()).isEqualTo("Sign in with Microsoft");
    assertThat(button.attr("aria-label")).isEqualTo("Sign in with Microsoft");
    assertThat(button.select("svg")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void keepsItsLinkAndItsAlias(StockThemes stock, String page) {
    Element button = button(page(stock, page, entra("corporate", "Contoso")), "corporate");

    assertThat(button.attr("href")).isEqualTo("/broker/corporate/login?a=1&b=2");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void doesNotDependOnTheAlias(StockThemes stock, String page) {
    // Keycloak looks for the class by alias first, and the parent theme has an empty one for this.
    SocialProvider provider = new SocialProvider("microsoft", "entra", "Contoso", "");

    Element button = button(page(stock, page, provider), "microsoft");

    assertThat(button.select("> .microsoft-sign-in").text()).isEqualTo("Sign in with Microsoft");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void tellsSeveralApart(StockThemes stock, String page) {
    Document html = page(stock, page, entra("a", "Contoso"), entra("b", "Fabrikam"));

    assertThat(button(html, "a").attr("aria-label")).isEqualTo("Sign in with Microsoft (Contoso)");
    assertThat(button(html, "b").attr("aria-label")).isEqualTo("Sign in with Microsoft (Fabrikam)");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsADisplayNameAsTextNotAsMarkup(StockThemes stock, String page) {
    Document html = page(stock, page, entra("a", "<b id=x>Contoso</b>"), entra("b", "Fabrikam"));

    assertThat(html.select("#x")).isEmpty();
    assertThat(button(html, "a").text()).contains("<b id=x>Contoso</b>");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leavesOtherProvidersAsTheyAre(StockThemes stock, String page) {
    SocialProvider google = new SocialProvider("google", "google", "Google", "");
    SocialProvider partner = new SocialProvider("partner", "oidc", "Partner", "fa partner-icon");

    Document html = page(stock, page, google, entra("entra", "Contoso"), partner);

    assertThat(html.select("#kc-social-providers a").eachAttr("id"))
        .containsExactly("social-google", "social-entra", "social-partner");
    assertThat(button(html, "google").text()).isEqualTo("Google");
    assertThat(button(html, "google").select("svg.google")).hasSize(1);
    assertThat(button(html, "partner").select("> .partner-icon").text()).isEqualTo("Partner");
    assertThat(button(html, "entra").text()).isEqualTo("Sign in with Microsoft");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isNotThereWithoutAProvider(StockThemes stock, String page) {
    Document html = page(stock, page);

    assertThat(html.select("#kc-login")).hasSize(1);
    assertThat(html.select("#kc-social-providers, .microsoft-sign-in")).isEmpty();
  }

  /** The structure that css/openmetadata.css counts on to style the button and put it first. */
  @ParameterizedTest
  @MethodSource("pages")
  void standsWhereTheStyleSheetLooksForIt(StockThemes stock, String page) {
    Document html = page(stock, page, entra("entra", "Contoso"));

    assertThat(html.select("main > .pf-v5-c-login__main-body > #kc-form #kc-login")).hasSize(1);
    assertThat(
            html.select(
                "main > .pf-v5-c-login__main-body > .pf-v5-c-login__main-footer"
                    + " #kc-social-providers a:has(> .microsoft-sign-in)"))
        .hasSize(1);
    assertThat(
            html.select(
                ".pf-v5-c-login__main-footer:has(.microsoft-sign-in)"
                    + " > .pf-v5-c-login__main-footer-band:first-child"))
        .hasSize(1);
    assertThat(html.select("#kc-header #kc-header-wrapper")).hasSize(1);
    assertThat(html.select("link[rel=stylesheet]").eachAttr("href"))
        .containsSubsequence("/r/css/styles.css", "/r/css/openmetadata.css");
  }

  private static Document page(StockThemes stock, String page, SocialProvider... providers) {
    return new StockPage(stock, page).with(providers);
  }

  private static Element button(Document html, String alias) {
    return html.select("#kc-social-providers a#social-" + alias).first();
  }
}
