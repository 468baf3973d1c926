package io.entrabroker.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody signs out at Microsoft, whose page loads our front-channel logout URL in a frame. */
@CleanLog
@Needs(Tool.CHROMIUM)
@ExtendWith(Chromium.class)
class SignedOutAtMicrosoftIT {

  private final Stack stack = Stack.shared();
  private final Realm realm = new Realm(stack);
  private final Directory directory = stack.simulator().directory();

  @BeforeEach
  void forget() {
    realm.forgetPeople();
  }

  @AfterEach
  void putBack() {
    realm.forgetPeople();
    stack.simulator().replaceDirectory(directory);
  }

  @Test
  void theSessionThatBeganThereEndsHereAndNoOther(Visitor ada) {
    stack
        .simulator()
        .change(
            ApplicationChange.logoutUrl(
                Upstreams.WEB_APP,
                stack.keycloak().realmUri() + "/broker/entra/endpoint/frontchannel_logout"));
    try (Person elsewhere = Person.with(stack)) {
      elsewhere.signsIn("entra", AdasToken.USERNAME);
      signsIn(ada);
      assertThat(sessions()).isEqualTo(2);
      signsOutAtMicrosoft(ada);

      assertThat(sessions()).isEqualTo(1);
      assertIsAskedAtMicrosoft(ada);
      assertThat(elsewhere.goesToMicrosoft("entra").getUrl().toString())
          .as("in the other browser the session goes on, and nobody is asked")
          .contains("/callback", "id_token=");
    }
  }

  @Test
  void whereTheUrlIsNotRegisteredTheSessionGoesOn(Visitor ada) {
    signsIn(ada);
    signsOutAtMicrosoft(ada);

    assertThat(sessions()).isEqualTo(1);
    assertThat(ada.hasSession()).isTrue();
  }

  private void signsIn(Visitor ada) {
    CatalogPages catalog = CatalogPages.openedBy(ada, stack);
    catalog.chooses("entra");
    catalog.signsInWith(CatalogClient.CONFIDENTIAL);
    ada.picksAtMicrosoft(AdasToken.USERNAME);
    assertThat(ada.element("signed-in")).isVisible();
  }

  // The page is loaded when its frames are.
  private void signsOutAtMicrosoft(Visitor ada) {
    ada.opens(stack.authority() + "/oauth2/v2.0/logout");
    assertThat(ada.page().locator("h1")).hasText("You signed out of your account");
  }

  // The catalog has a session of its own, which nobody has ended.
  private void assertIsAskedAtMicrosoft(Visitor ada) {
    CatalogPages catalog = CatalogPages.openedBy(ada, stack);
    ada.presses("sign-out");
    catalog.chooses("entra");
    catalog.signsInWith(CatalogClient.CONFIDENTIAL);
    assertThat(ada.element("user-" + AdasToken.USERNAME)).isVisible();
  }

  private int sessions() {
    return realm.sessionsOf(realm.user(AdasToken.USERNAME).orElseThrow().get("id").asText());
  }
}
