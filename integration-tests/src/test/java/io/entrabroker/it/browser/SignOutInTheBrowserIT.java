package io.entrabroker.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.rules.Band;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each version of the catalog signs people out of, and the page that does the rest. */
@CleanLog
@Needs(Tool.CHROMIUM)
@ExtendWith(Chromium.class)
class SignOutInTheBrowserIT {

  private final Stack stack = Stack.shared();
  private final Realm realm = new Realm(stack);

  @BeforeEach
  @AfterEach
  void forget() {
    realm.forgetPeople();
  }

  @ParameterizedTest
  @EnumSource(
      value = Band.class,
      names = {"V1_9", "V2_0", "EMAIL_FIRST"})
  void thePublicClientSignsOutHereAndAtMicrosoft(Band band, Visitor ada) {
    try (SampleCatalog catalog = catalog(band);
        RegisteredCatalog registered =
            RegisteredCatalog.of(stack, catalog.url().toString(), CatalogClient.PUBLIC)) {
      signsIn(ada, catalog, CatalogClient.PUBLIC);
      ada.presses("sign-out");
      assertThat(ada.page()).hasURL(Pattern.compile(".*/signin$"));

      assertThat(ada.hasSession()).isFalse();
      assertThat(sessions()).isZero();
      assertIsAskedAtMicrosoft(ada, CatalogClient.PUBLIC);
    }
  }

  @Test
  void theOldestPublicClientForgetsWhoWasSignedInAndNothingElse(Visitor ada) {
    try (SampleCatalog catalog = catalog(Band.V1_8);
        RegisteredCatalog registered =
            RegisteredCatalog.of(stack, catalog.url().toString(), CatalogClient.PUBLIC)) {
      signsIn(ada, catalog, CatalogClient.PUBLIC);
      ada.presses("sign-out");
      assertThat(ada.element("sign-in-public")).isVisible();

      assertThat(ada.hasSession()).isTrue();
      assertThat(sessions()).isEqualTo(1);
      ada.presses("sign-in-public");
      assertThat(ada.element("signed-in")).isVisible();
    }
  }

  @ParameterizedTest
  @EnumSource(Band.class)
  void theConfidentialClientLeavesTheOthersAndThePageEndsThem(Band band, Visitor ada) {
    try (SampleCatalog catalog = catalog(band);
        RegisteredCatalog registered =
            RegisteredCatalog.of(stack, catalog.url().toString(), CatalogClient.CONFIDENTIAL)) {
      signsIn(ada, catalog, CatalogClient.CONFIDENTIAL);
      ada.presses("sign-out");
      assertThat(ada.element("sign-in-confidential")).isVisible();
      assertThat(ada.hasSession()).isTrue();
      assertThat(sessions()).isEqualTo(1);

      signsOutEverywhere(ada);
      assertThat(ada.hasSession()).isFalse();
      assertThat(sessions()).isZero();
      ada.opens(catalog.url().toString());
      assertIsAskedAtMicrosoft(ada, CatalogClient.CONFIDENTIAL);
    }
  }

  @Test
  void whoeverComesWithTheWrongAccountFindsTheWayOut(Visitor bob) {
    CatalogPages catalog = CatalogPages.openedBy(bob, stack);
    catalog.chooses("entra");
    catalog.signsInWith(CatalogClient.CONFIDENTIAL);
    bob.picksAtMicrosoft("bob_fabrikam.example-ext");
    assertThat(bob.page().locator("#sign-out-everywhere a")).isVisible();
    bob.picture("refused, with the way out");
    bob.page().locator("#sign-out-everywhere a").click();
    assertThat(bob.page().locator("body")).containsText("You are not signed in here");
    bob.picture("sign out at Microsoft");
    bob.presses("entra-confirm-sign-out");

    assertThat(bob.page().locator("body")).containsText("You are signed out");
    bob.element("entra-catalog").click();
    assertThat(bob.element("sign-in-confidential")).isVisible();
    catalog.chooses("entra");
    assertIsAskedAtMicrosoft(bob, CatalogClient.CONFIDENTIAL);
  }

  private void signsOutEverywhere(Visitor person) {
    person.opens(stack.keycloak().realmUri() + "/openmetadata/sign-out");
    assertThat(person.element("entra-confirm-sign-out")).isVisible();
    person.picture("sign out everywhere");
    person.presses("entra-confirm-sign-out");
    assertThat(person.page()).hasURL(Pattern.compile(".*/openmetadata/signed-out$"));
    assertThat(person.page().locator("body")).containsText("You are signed out");
    person.picture("signed out");
  }

  private static void signsIn(Visitor ada, SampleCatalog catalog, CatalogClient client) {
    ada.opens(catalog.url().toString());
    ada.element("upstream").selectOption("entra");
    ada.presses(client.button());
    ada.picksAtMicrosoft(AdasToken.USERNAME);
    assertThat(ada.element("signed-in")).isVisible();
  }

  private static void assertIsAskedAtMicrosoft(Visitor person, CatalogClient client) {
    person.element("upstream").selectOption("entra");
    person.presses(client.button());
    assertThat(person.element("user-" + AdasToken.USERNAME)).isVisible();
  }

  private int sessions() {
    return realm.sessionsOf(realm.user(AdasToken.USERNAME).orElseThrow().get("id").asText());
  }

  private SampleCatalog catalog(Band band) {
    return SampleCatalog.builder()
        .realm(stack.keycloak().realmUri())
        .confidentialClient(CatalogClient.CONFIDENTIAL.clientId(), stack.catalogSecret())
        .publicClient(CatalogClient.PUBLIC.clientId())
        .upstreams("entra", "entra-spa", "entra-implicit")
        .band(band)
        .prompt("")
        .maxAge("")
        .start();
  }
}
