package io.entrabroker.it.signin;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.TrialTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;

/** Sign-ins that this server refuses: for its own set-up, or for the account. */
@CleanLog
class RefusedSignInIT extends TrialTest {

  @Test
  void keysThatCannotBeReadAreNoForgery() {
    // The twin, with every guard in its place, has read no keys before.
    upstreams.post(TRIAL, "unguarded-entra", upstreams.web());
    stack.simulator().takeKeysDown();
    try (Person ada = Person.with(stack)) {
      Page end = ada.signsIn(TRIAL, "ada.lovelace");

      assertThat(end.getWebResponse().getStatusCode()).isEqualTo(503);
      realm.assertRefused(Person.html(end), "ENTRA3009");
      realm.assertNobodyGotIn(ada);
    } finally {
      stack.simulator().bringKeysBack();
    }
  }

  @Test
  void keycloaksDefaultFirstLoginFlowLetsNobodyIn() {
    upstreams.postWithDefaultFlow(TRIAL, "entra", upstreams.web());
    try (Person ada = Person.with(stack)) {
      Page end = ada.signsIn(TRIAL, "ada.lovelace");

      realm.assertRefused(Person.html(end), "ENTRA1004");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void aStoredRowThatIsNotValidAnyMoreSignsNobodyIn() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    // The vault reference passes on save, but this server has no vault.
    upstreams.put(TRIAL, "entra", with(upstreams.web(), "clientSecret", "${vault.none}"));
    try (Person ada = Person.with(stack)) {
      HtmlPage end = ada.goesToMicrosoft(TRIAL);

      realm.assertRefused(end, "ENTRA1001");
      assertThat(realm.logLines("A Web registration needs a client secret")).isNotEmpty();
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void whoeverHasNoAddressIsToldSo() {
    refusedPerson("alan.turing", "ENTRA4003");
  }

  @Test
  void aGuestIsNotAMember() {
    refusedPerson("bob_fabrikam.example-ext", "ENTRA4002");
  }

  @Test
  void aNameTypedIntoThePasswordFormReachesNoLog() {
    try (Person ada = Person.with(stack)) {
      HtmlPage form =
          Person.html(
              ada.open(
                  stack.keycloak().realmUri()
                      + "/protocol/openid-connect/auth?response_type=code&scope=openid"
                      + "&client_id=openmetadata-web&redirect_uri="
                      + encoded(stack.catalogUrl() + "/callback")));
      ((HtmlInput) form.getElementById("username")).setValue("typed.lovelace");
      ((HtmlInput) form.getElementById("password")).setValue("wrong");
      Page end = ada.press(form, "kc-login");

      assertThat(end.getWebResponse().getContentAsString()).contains("typed.lovelace");
      assertThat(realm.logLines("typed.lovelace")).isEmpty();
    }
  }

  private void refusedPerson(String user, String code) {
    try (Person person = Person.with(stack)) {
      HtmlPage microsoft = person.goesToMicrosoft("entra");
      Page end = person.choosesAccount(microsoft, user);

      realm.assertRefused(Person.html(end), code);
      realm.assertNobodyGotIn(person);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
