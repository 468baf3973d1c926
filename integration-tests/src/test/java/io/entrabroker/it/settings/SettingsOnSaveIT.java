package io.entrabroker.it.settings;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import io.entrabroker.quickstart.keycloak.AdminAnswer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the admin API accepts and refuses; the console's form sends the same requests. */
@CleanLog
class SettingsOnSaveIT {

  private static final String ALIAS = "on-save";
  private static final String MASKED = "**********";

  private final Stack stack = Stack.shared();
  private final Upstreams upstreams = Upstreams.of(stack);

  @AfterEach
  void forget() {
    upstreams.delete(ALIAS);
  }

  @Test
  void aWebRegistrationIsSavedAndItsSecretMasked() {
    upstreams.post(ALIAS, "entra", upstreams.web());

    assertThat(upstreams.stored(ALIAS))
        .containsEntry("clientSecret", MASKED)
        .containsEntry("registration", "web");
  }

  @Test
  void savingUnchangedKeepsTheSecret() {
    upstreams.post(ALIAS, "entra", upstreams.web());

    AdminAnswer saved = upstreams.tryPut(ALIAS, "entra", upstreams.stored(ALIAS));

    assertThat(saved.isSuccess()).as(saved.errorMessage()).isTrue();
  }

  @Test
  void aWebRegistrationWithoutASecretIsRefused() {
    assertRefused(
        upstreams.tryPost(ALIAS, "entra", with(upstreams.web(), "clientSecret", null)),
        "A Web registration needs a client secret");
  }

  @Test
  void aSinglePageApplicationWithASecretIsRefused() {
    assertRefused(
        upstreams.tryPost(ALIAS, "entra", with(upstreams.spa(), "clientSecret", "a-secret")),
        "replace the secret by none, or choose Web");
  }

  @Test
  void aSinglePageApplicationIsSavedWithNoneAndWithNothing() {
    upstreams.post(ALIAS, "entra", upstreams.spa());

    assertThat(upstreams.tryPut(ALIAS, "entra", upstreams.stored(ALIAS)).isSuccess()).isTrue();
    upstreams.put(ALIAS, "entra", with(upstreams.spa(), "clientSecret", null));
  }

  @Test
  void switchingFromWebToSpaWithTheStoredSecretIsRefusedUntilItIsReplaced() {
    upstreams.post(ALIAS, "entra", upstreams.web());
    Map<String, String> switched = with(upstreams.stored(ALIAS), "registration", "spa");

    assertRefused(upstreams.tryPut(ALIAS, "entra", switched), "replace the secret by none");
    upstreams.put(ALIAS, "entra", with(switched, "clientSecret", "none"));

    assertThat(upstreams.stored(ALIAS)).containsEntry("registration", "spa");
  }

  @Test
  void switchingFromSpaToWebNeedsASecret() {
    upstreams.post(ALIAS, "entra", upstreams.spa());
    Map<String, String> switched = with(upstreams.stored(ALIAS), "registration", "web");

    assertRefused(
        upstreams.tryPut(ALIAS, "entra", switched), "A Web registration needs a client secret");
    upstreams.put(ALIAS, "entra", with(switched, "clientSecret", stack.webSecret()));

    assertThat(upstreams.stored(ALIAS)).containsEntry("registration", "web");
  }

  @Test
  void anAuthorityOfUnknownShapeIsRefusedWithWhatToWrite() {
    assertRefused(
        upstreams.tryPost(ALIAS, "entra", with(upstreams.web(), "authority", "contoso")),
        "neither a tenant id nor a domain");
  }

  @Test
  void aHostThatTheServerDoesNotAllowIsRefused() {
    assertRefused(
        upstreams.tryPost(
            ALIAS,
            "entra",
            with(upstreams.web(), "authority", "https://evil.example/" + Upstreams.TENANT)),
        "is not a sign-in host of Microsoft");
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    AdminAnswer answer =
        upstreams.tryPost(
            ALIAS, "entra", with(upstreams.web(), "authority", "contoso", "clientId", "app"));

    assertRefused(answer, "neither a tenant id nor a domain");
    assertRefused(answer, "must be the Application (client) ID");
  }

  private static void assertRefused(AdminAnswer answer, String sentence) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorMessage()).contains(sentence);
  }
}
