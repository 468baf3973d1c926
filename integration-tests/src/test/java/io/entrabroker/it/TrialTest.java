package io.entrabroker.it;

import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What tests share that configure the alias {@link #TRIAL} for themselves and start without people.
 */
public abstract class TrialTest {

  /** The alias whose redirect URI every app of the simulator has registered. */
  protected static final String TRIAL = TestDirectory.TRIAL;

  protected final Stack stack = Stack.shared();
  protected final Upstreams upstreams = Upstreams.of(stack);
  protected final Realm realm = new Realm(stack);

  @BeforeEach
  @AfterEach
  final void forgetTrialAndPeople() {
    upstreams.delete(TRIAL);
    realm.forgetPeople();
  }

  /** Microsoft's answer to Ada's sign-in on its way to Keycloak, caught before it gets there. */
  protected final String answerOf(Person person) {
    HtmlPage microsoft = person.goesToMicrosoft("entra");
    return person.withoutFollowing(() -> person.choosesAccount(microsoft, "ada.lovelace"));
  }

  /** The Microsoft error that the only refusal reports. */
  protected final String microsoftError(String code) {
    return realm.onlyRefusal(code).get("details").get("microsoft_error").asText();
  }
}
