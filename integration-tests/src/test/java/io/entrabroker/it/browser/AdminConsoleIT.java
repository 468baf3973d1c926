package io.entrabroker.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.web.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The identity provider's settings in the administration console, as an administrator has it. */
@CleanLog
@Needs(Tool.CHROMIUM)
@ExtendWith(Chromium.class)
class AdminConsoleIT {

  private static final String ALIAS = "trial";
  private static final String MASKED = "**********";
  private static final String REMOVE_THE_SECRET =
      "A single-page application must not send a client secret:"
          + " replace the secret by none, or choose Web.";
  private static final String BINDINGS =
      "97009500-0000-4000-8000-000000000001 = Stewards\n"
          + "97009500-0000-4000-8000-000000000002 = Analytics";
  private static final String SECRET_NEEDED = "A Web registration needs a client secret";

  private final Stack stack = Stack.shared();
  private final Upstreams upstreams = Upstreams.of(stack);

  @BeforeEach
  @AfterEach
  void forget() {
    upstreams.delete(ALIAS);
    new Realm(stack).forgetPeople();
    stack.simulator().clearRequests();
  }

  @Test
  void aWebRegistrationIsAddedAndKeepsItsSecretWhenSavedAgain(Visitor admin) {
    AdminConsole console = AdminConsole.enteredBy(admin, stack);
    console.addsMicrosoftEntraId();
    fillIn(console, Upstreams.WEB_APP, stack.webSecret());
    assertThat(console.adds()).isEqualTo(201);
    console.opens(ALIAS);
    assertThat(console.field("config.clientSecret")).hasValue(MASKED);
    changeTheName(console);
    assertThat(console.saves()).isEqualTo(204);
    console.assertSays("Provider successfully updated");

    assertThat(upstreams.stored(ALIAS)).containsEntry("registration", "web");
    assertThat(secretSentToMicrosoft()).isEqualTo(stack.webSecret());
  }

  @Test
  void aSinglePageApplicationIsAddedOnceTheSecretIsGone(Visitor admin) {
    AdminConsole console = AdminConsole.enteredBy(admin, stack);
    console.addsMicrosoftEntraId();
    fillIn(console, Upstreams.SPA_APP, "a-secret");
    console.chooses("registration", "spa");
    assertThat(console.adds()).isEqualTo(400);
    console.assertSays(REMOVE_THE_SECRET);
    admin.picture("console refuses a secret");

    console.field("config.clientSecret").fill("none");
    assertThat(console.adds()).isEqualTo(201);
    console.opens(ALIAS);
    changeTheName(console);
    assertThat(console.saves()).isEqualTo(204);
    assertThat(upstreams.stored(ALIAS)).containsEntry("registration", "spa");
  }

  @Test
  void aWebRegistrationBecomesASinglePageApplicationOnceItsSecretIsReplaced(Visitor admin) {
    upstreams.post(ALIAS, "entra", upstreams.web());
    AdminConsole console = AdminConsole.enteredBy(admin, stack);
    console.opens(ALIAS);
    console.chooses("registration", "spa");
    assertThat(console.saves()).isEqualTo(400);
    console.assertSays(REMOVE_THE_SECRET);

    console.field("config.clientSecret").fill("none");
    assertThat(console.saves()).isEqualTo(204);
    assertThat(upstreams.stored(ALIAS)).containsEntry("registration", "spa");
  }

  @Test
  void aSinglePageApplicationBecomesAWebRegistrationOnceItHasASecret(Visitor admin) {
    upstreams.post(ALIAS, "entra", upstreams.spa());
    AdminConsole console = AdminConsole.enteredBy(admin, stack);
    console.opens(ALIAS);
    console.chooses("registration", "web");
    assertThat(console.saves()).isEqualTo(400);
    console.assertSays(SECRET_NEEDED);

    console.field("config.clientSecret").fill(stack.webSecret());
    assertThat(console.saves()).isEqualTo(204);
    assertThat(upstreams.stored(ALIAS)).containsEntry("registration", "web");
  }

  @Test
  void bindingsAreSavedLineByLineAndShownAgain(Visitor admin) {
    upstreams.post(ALIAS, "entra", upstreams.web());
    AdminConsole console = AdminConsole.enteredBy(admin, stack);
    console.opens(ALIAS);
    assertThat(console.field("mailDomains")).hasValue("contoso.example");
    console.field("groupBindings").fill(BINDINGS);
    console.field("accessGate").fill("mapped-role");
    assertThat(console.saves()).isEqualTo(400);
    console.assertSays("with mapped-role and no mapped role nobody can come in");
    console.field("accessGate").fill("everyone");
    assertThat(console.saves()).isEqualTo(204);

    console.opens(ALIAS);
    assertThat(console.field("groupBindings")).hasValue(BINDINGS);
    admin.picture("console shows group bindings");
    assertThat(upstreams.stored(ALIAS)).containsEntry("groupBindings", BINDINGS);
  }

  private void fillIn(AdminConsole console, String clientId, String secret) {
    console.field("alias").fill(ALIAS);
    console.field("displayName").fill("Microsoft Entra ID");
    console.field("config.clientId").fill(clientId);
    console.field("config.clientSecret").fill(secret);
    console.field("authority").fill(stack.authority());
  }

  /** The console saves nothing as long as nothing at all has changed. */
  private static void changeTheName(AdminConsole console) {
    console.field("displayName").fill("Contoso");
  }

  private String secretSentToMicrosoft() {
    try (Person ada = Person.with(stack)) {
      ada.signsIn(ALIAS, AdasToken.USERNAME);
    }
    return stack.simulator().requests().stream()
        .filter(RecordedRequest::toTokenEndpoint)
        .findFirst()
        .flatMap(request -> request.parameter("client_secret"))
        .orElse("");
  }
}
