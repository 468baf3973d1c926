package io.entrabroker.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.samplecatalog.SampleCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The browser library that OpenMetadata signs in with, unmodified, against our realm. */
@CleanLog
@Needs({Tool.CHROMIUM, Tool.NPM})
@ExtendWith(Chromium.class)
class RealOidcClientIT {

  private static Path library = Path.of("");

  private final Stack stack = Stack.shared();

  @BeforeAll
  static void install() {
    library = InstalledOidcClient.script();
  }

  @BeforeEach
  @AfterEach
  void forget() {
    new Realm(stack).forgetPeople();
  }

  @Test
  void theRealLibrarySignsAdaInAndRenewsInAHiddenFrame(Visitor ada) {
    try (SampleCatalog catalog = catalog();
        RegisteredCatalog registered = new RegisteredCatalog(stack, catalog.url().toString())) {
      signsIn(ada, catalog);
      String first = ada.element("real-token-id").textContent();
      stack.simulator().clearRequests();
      List<String> framed = framedBy(ada);
      ada.presses("real-renew");
      assertThat(ada.element("real-renewals")).hasText("1");
      assertSignedIn(ada);

      assertThat(ada.element("real-token-id").textContent()).isNotEmpty().isNotEqualTo(first);
      assertThat(framed).anyMatch(url -> url.contains("/auth?") && url.contains("prompt=none"));
      assertThat(stack.simulator().requests()).isEmpty();
    }
  }

  @Test
  void theRealLibraryWatchesTheSessionInAFrameOfTheRealm(Visitor ada) {
    try (SampleCatalog catalog = catalog();
        RegisteredCatalog registered = new RegisteredCatalog(stack, catalog.url().toString())) {
      Response watch =
          ada.page()
              .waitForResponse(
                  response -> response.url().contains("/login-status-iframe.html/init"),
                  () -> signsIn(ada, catalog));

      assertThat(watch.status()).isEqualTo(204);
      assertThat(watch.frame().parentFrame()).isNotNull();
    }
  }

  @Test
  void whoeverHasNoSessionAnyMoreGetsNoNewToken(Visitor ada) {
    try (SampleCatalog catalog = catalog();
        RegisteredCatalog registered = new RegisteredCatalog(stack, catalog.url().toString())) {
      signsIn(ada, catalog);
      new Realm(stack).forgetPeople();
      ada.presses("real-renew");

      assertThat(ada.element("real-status")).hasText("failed");
      assertThat(ada.element("real-error")).containsText("login_required");
      assertThat(ada.element("real-renewals")).hasText("0");
    }
  }

  private SampleCatalog catalog() {
    return SampleCatalog.builder()
        .realm(stack.keycloak().realmUri())
        .publicClient(CatalogClient.PUBLIC.clientId())
        .upstreams("entra", "entra-spa", "entra-implicit")
        .oidcClientLibrary(library)
        .start();
  }

  private static void signsIn(Visitor ada, SampleCatalog catalog) {
    ada.opens(catalog.url() + "/real-oidc-client");
    assertThat(ada.element("real-status")).hasText("signed out");
    ada.element("real-upstream").selectOption("entra-spa");
    ada.presses("real-sign-in");
    ada.picksAtMicrosoft(AdasToken.USERNAME);
    assertSignedIn(ada);
  }

  private static void assertSignedIn(Visitor ada) {
    assertThat(ada.element("real-status")).hasText("signed in");
    assertThat(ada.element("real-username")).hasText(AdasToken.USERNAME);
    assertThat(ada.element("real-email")).hasText(AdasToken.EMAIL);
    assertThat(ada.element("real-error")).isHidden();
  }

  /** Collects the addresses that frames of the page open from now on. */
  private static List<String> framedBy(Visitor ada) {
    List<String> addresses = new CopyOnWriteArrayList<>();
    ada.page()
        .onRequest(
            request -> {
              if (request.isNavigationRequest() && request.frame().parentFrame() != null) {
                addresses.add(request.url());
              }
            });
    return addresses;
  }
}
