package io.entrabroker.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.entrabroker.it.Json;
import io.entrabroker.it.Stack;

/** The sample catalog's pages in somebody's browser. */
final class CatalogPages {

  private final Visitor visitor;

  private CatalogPages(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Opens the start page. */
  static CatalogPages openedBy(Visitor visitor, Stack stack) {
    visitor.opens(stack.catalogUrl());
    return new CatalogPages(visitor);
  }

  /** Chooses the identity provider, which the catalog sends along as {@code kc_idp_hint}. */
  void chooses(String alias) {
    visitor.element("upstream").selectOption(alias);
  }

  void signsInWith(CatalogClient client) {
    visitor.presses(client.button());
  }

  /** Waits for the page that shows who is signed in. */
  void assertShows(String username, String email, String displayName) {
    assertThat(visitor.element("signed-in")).isVisible();
    assertThat(visitor.element("username")).hasText(username);
    assertThat(visitor.element("email")).hasText(email);
    assertThat(visitor.element("displayName")).hasText(displayName);
    assertThat(visitor.element("error")).isHidden();
  }

  /** Presses "Renew the token" and waits for the new one. */
  void renews() {
    visitor.presses("renew");
    assertThat(visitor.element("renewals")).hasText("1");
  }

  /** The ID token that the catalog holds in the page and sends as bearer. */
  String idToken() {
    Object session = visitor.page().evaluate("sessionStorage.getItem('sample-catalog.session')");
    return Json.read(String.valueOf(session)).get("idToken").asText();
  }
}
