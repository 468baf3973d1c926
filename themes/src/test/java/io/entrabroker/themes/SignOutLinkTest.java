package io.entrabroker.themes;

import static io.entrabroker.themes.PageBeans.SocialProvider.entra;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.themes.PageBeans.SocialProvider;
import java.util.stream.Stream;
import org.jsoup.select.Elements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The way out of the wrong account, on the stock pages of every supported Keycloak release. */
final class SignOutLinkTest {

  static Stream<Arguments> pages() {
    return StockThemes.ofEverySupportedRelease()
        .flatMap(
            stock ->
                Stream.of("login", "login-username", "error")
                    .map(page -> Arguments.of(stock, page)));
  }

  static Stream<StockThemes> releases() {
    return StockThemes.ofEverySupportedRelease();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void leadsToTheRealmsPageForIt(StockThemes stock, String page) {
    Elements link = link(stock, page, entra("entra", "Microsoft Entra ID"));

    assertThat(link.text()).isEqualTo("Sign out everywhere");
    assertThat(link.attr("href")).isEqualTo("/realms/catalog/openmetadata/sign-out");
  }

  @ParameterizedTest
  @MethodSource("releases")
  void isNotOnASignInPageWithoutMicrosoft(StockThemes stock) {
    assertThat(link(stock, "login", new SocialProvider("other", "oidc", "Other", ""))).isEmpty();
    assertThat(link(stock, "login")).isEmpty();
  }

  private static Elements link(StockThemes stock, String page, SocialProvider... providers) {
    return new StockPage(stock, page).with(providers).select("#sign-out-everywhere a");
  }
}
