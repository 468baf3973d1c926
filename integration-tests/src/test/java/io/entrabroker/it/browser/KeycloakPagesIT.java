package io.entrabroker.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.simulator.errors.AadstsError;
import io.entrabroker.simulator.policy.SignInRule;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keycloak's own pages on the way, when all goes well and when it does not. */
@CleanLog
@Needs(Tool.CHROMIUM)
@ExtendWith(Chromium.class)
class KeycloakPagesIT {

  private static final String BUTTON = "Sign in with Microsoft";

  private final Stack stack = Stack.shared();
  private final Realm realm = new Realm(stack);

  @BeforeEach
  @AfterEach
  void forget() {
    realm.forgetPeople();
  }

  @Test
  void whoeverChoseNoProviderPressesMicrosoftsButton(Visitor ada) {
    ada.page().setViewportSize(640, 720);
    try (OnlyUpstream entra = new OnlyUpstream(stack)) {
      CatalogPages catalog = CatalogPages.openedBy(ada, stack);
      catalog.signsInWith(CatalogClient.CONFIDENTIAL);
      assertThat(microsoftsButton(ada)).isVisible();
      byte[] before = ada.view("sign-in page");
      microsoftsButton(ada).click();
      ada.picksAtMicrosoft(AdasToken.USERNAME);
      catalog.assertShows(AdasToken.USERNAME, AdasToken.EMAIL, AdasToken.DISPLAY_NAME);
      byte[] after = ada.view("catalog");

      AdasToken.assertIs(catalog.idToken(), CatalogClient.CONFIDENTIAL, stack);
      ReadmePicture.of(before, after).drawnBy(ada);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"entra", "entra-implicit"})
  void whoeverCancelsIsToldSoAndCanTryAgain(String upstream, Visitor ada) {
    try (OnlyUpstream entra = new OnlyUpstream(stack)) {
      CatalogPages catalog = leavesFor(upstream, ada);
      ada.presses("cancel");
      assertThat(ada.page().locator("body")).containsText("The sign-in was cancelled");
      assertThat(microsoftsButton(ada)).isVisible();
      ada.picture("cancelled " + upstream);
      assertNobodyGotIn(ada);

      microsoftsButton(ada).click();
      ada.picksAtMicrosoft(AdasToken.USERNAME);
      catalog.assertShows(AdasToken.USERNAME, AdasToken.EMAIL, AdasToken.DISPLAY_NAME);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "alan.turing, ENTRA4003, Your work account has no e-mail address that can be used here.",
    "bob_fabrikam.example-ext, ENTRA4002, This account may not sign in here."
  })
  void whoeverIsRefusedReadsWhyAndWhichNumberToMention(
      String user, String code, String sentence, Visitor person) {
    leavesFor("entra", person);
    person.picksAtMicrosoft(user);

    assertRefused(person, code, sentence);
    assertNobodyGotIn(person);
    person.page().getByText("Back to the application").click();
    assertThat(person.element("sign-in-confidential")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({
    "50105, Your account has not been given access to this application.",
    "53011, The rules of your organisation do not allow this sign-in",
    "7000222, You did nothing wrong"
  })
  void whoeverMicrosoftRefusesReadsWhatToDoNextAndWhichCodesToMention(
      int number, String sentence, Visitor ada) {
    stack
        .simulator()
        .failNextTokenRequestWith(
            AadstsError.of(number, "invalid_grant", "<script>document.title='evil'</script>"));
    leavesFor("entra", ada);
    ada.picksAtMicrosoft(AdasToken.USERNAME);

    assertThat(ada.page().locator("body")).containsText("AADSTS" + number);
    assertRefused(ada, "ENTRA2202", sentence);
    assertThat(ada.page().title()).doesNotContain("evil");
    assertNobodyGotIn(ada);
    ada.page().getByText("Back to the application").click();
    assertThat(ada.element("sign-in-confidential")).isVisible();
  }

  @Test
  void whoeverIsAskedForMoreProofGivesItAndGetsIn(Visitor ada) {
    SignInRule rule = SignInRule.demandingMfa().of(AdasToken.EMAIL);
    stack.simulator().signInRules().add(rule);
    try {
      CatalogPages catalog = leavesFor("entra", ada);
      ada.picksAtMicrosoft(AdasToken.USERNAME);
      ada.presses("approve");

      catalog.assertShows(AdasToken.USERNAME, AdasToken.EMAIL, AdasToken.DISPLAY_NAME);
    } finally {
      stack.simulator().signInRules().remove(rule);
    }
  }

  @Test
  void whoeverHasAnAccountThatIsNotLinkedReadsWhomToAsk(Visitor ada) {
    realm.createUser(
        Map.of("username", AdasToken.USERNAME, "email", AdasToken.EMAIL, "enabled", true));
    leavesFor("entra", ada);
    ada.picksAtMicrosoft(AdasToken.USERNAME);

    assertRefused(ada, "ENTRA4102", "Please ask your administrator to sort it out");
    assertThat(ada.hasSession()).isFalse();
  }

  private CatalogPages leavesFor(String upstream, Visitor person) {
    CatalogPages catalog = CatalogPages.openedBy(person, stack);
    catalog.chooses(upstream);
    catalog.signsInWith(CatalogClient.CONFIDENTIAL);
    return catalog;
  }

  private void assertRefused(Visitor person, String code, String sentence) {
    assertThat(person.page().locator("body")).containsText(sentence);
    person.picture("refused " + code);
    String incident = realm.onlyRefusal(code).get("details").get("incident").asText();

    assertThat(person.page().locator("body").innerText()).contains(incident).doesNotContain(code);
  }

  private void assertNobodyGotIn(Visitor person) {
    assertThat(realm.users()).isEmpty();
    assertThat(person.hasSession()).isFalse();
  }

  private static Locator microsoftsButton(Visitor person) {
    return person
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(BUTTON).setExact(true));
  }
}
