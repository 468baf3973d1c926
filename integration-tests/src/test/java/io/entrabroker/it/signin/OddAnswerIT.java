package io.entrabroker.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.TrialTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.htmlunit.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that belong to no sign-in of the browser that brings them, or to none at all. */
@CleanLog
class OddAnswerIT extends TrialTest {

  @Test
  void aCodeUsedTwiceGetsNobodyIn() {
    String answer;
    try (Person ada = Person.with(stack)) {
      answer = answerOf(ada);
      ada.open(answer);
      realm.forgetPeople();
      ada.browser().getCookieManager().clearCookies();
      Page end = ada.open(answer);

      assertThat(end.getWebResponse().getStatusCode()).isEqualTo(400);
      realm.assertRefused(Person.html(end), "ENTRA2001");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void aChangedStateGetsNobodyIn() {
    try (Person ada = Person.with(stack)) {
      String answer = answerOf(ada);
      String state = Person.parameter(answer, "state");
      String changed = (state.charAt(0) == 'A' ? "B" : "A") + state.substring(1);
      Page end = ada.open(answer.replace(encoded(state), encoded(changed)));

      realm.assertRefused(Person.html(end), "ENTRA2001");
      realm.assertNobodyGotIn(ada);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b.***", "a.b.c.d", "...", "%00", "a"})
  void aStateOfAnyShapeIsRefusedInPeace(String state) {
    try (Person ada = Person.with(stack)) {
      Page end =
          ada.open(
              stack.keycloak().realmUri()
                  + "/broker/entra/endpoint?code=x&state="
                  + encoded(state));

      assertThat(end.getWebResponse().getStatusCode()).isEqualTo(400);
      realm.assertRefused(Person.html(end), "ENTRA2001");
    }
  }

  @Test
  void anAnswerWithoutStateGetsNobodyIn() {
    try (Person ada = Person.with(stack)) {
      Page end = ada.open(stack.keycloak().realmUri() + "/broker/entra/endpoint?code=whatever");

      realm.assertRefused(Person.html(end), "ENTRA2001");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void anAnswerWithNothingInItGetsNobodyIn() {
    try (Person ada = Person.with(stack)) {
      String answer = answerOf(ada);
      Page end = ada.open(answer.replace("code=", "c0de="));

      realm.assertRefused(Person.html(end), "ENTRA2002");
      realm.assertNobodyGotIn(ada);
    }
  }

  @Test
  void anotherBrowserCannotFinishWhatOneBegan() {
    try (Person ada = Person.with(stack);
        Person attacker = Person.with(stack)) {
      Page end = attacker.open(answerOf(ada));

      realm.assertRefused(Person.html(end), "ENTRA2001");
      realm.assertNobodyGotIn(attacker);
    }
  }

  @Test
  void withItsStateLeftAloneTheSameAnswerGetsIn() {
    try (Person ada = Person.with(stack)) {
      ada.open(answerOf(ada));

      assertThat(ada.hasSession()).isTrue();
    }
  }

  @Test
  void withTheCookiesThatBindTheSignInAnotherBrowserFinishesIt() {
    try (Person ada = Person.with(stack);
        Person other = Person.with(stack)) {
      String answer = answerOf(ada);
      ada.browser()
          .getCookieManager()
          .getCookies()
          .forEach(other.browser().getCookieManager()::addCookie);
      other.open(answer);

      assertThat(other.hasSession()).isTrue();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
