package io.entrabroker.it.attacks;

import static io.entrabroker.it.Upstreams.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.TrialTest;
import java.util.Map;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody puts another person's code into a sign-in of their own, to be that person. PKCE stops it
 * at Entra, and the nonce in Keycloak; it takes the loss of both to get in.
 */
@CleanLog
class InjectedCodeIT extends TrialTest {

  @Test
  void entraRefusesTheCodeForItsVerifier() {
    upstreams.post(TRIAL, "entra", upstreams.web());
    try (Person attacker = Person.with(stack)) {
      Page end = injectsGracesCode(attacker);

      realm.assertRefused(Person.html(end), "ENTRA2202");
      assertThat(realm.onlyRefusal("ENTRA2202").get("details").get("microsoft_error").asText())
          .isEqualTo("AADSTS501481");
      realm.assertNobodyGotIn(attacker);
    }
  }

  @ParameterizedTest
  @CsvSource({"true, '', ENTRA3006", "false, NONCE, ENTRA2202"})
  void eitherGuardAloneIsEnough(String withoutPkce, String withoutGuards, String code) {
    upstreams.post(TRIAL, "unguarded-entra", without(withoutPkce, withoutGuards));
    try (Person attacker = Person.with(stack)) {
      Page end = injectsGracesCode(attacker);

      realm.assertRefused(Person.html(end), code);
      realm.assertNobodyGotIn(attacker);
    }
  }

  @Test
  void withoutBothTheAttackerIsGrace() {
    upstreams.post(TRIAL, "unguarded-entra", without("true", "NONCE"));
    try (Person attacker = Person.with(stack)) {
      injectsGracesCode(attacker);

      assertThat(attacker.hasSession()).isTrue();
      assertThat(realm.user("grace.hopper")).isPresent();
    }
  }

  private Map<String, String> without(String withoutPkce, String withoutGuards) {
    return with(upstreams.web(), "withoutPkce", withoutPkce, "withoutGuards", withoutGuards);
  }

  private Page injectsGracesCode(Person attacker) {
    try (Person grace = Person.with(stack)) {
      String graces = answerTo(grace, "grace.hopper");
      String own = answerTo(attacker, "ada.lovelace");
      return attacker.open(
          own.replace(Person.parameter(own, "code"), Person.parameter(graces, "code")));
    }
  }

  /** Microsoft's answer on its way to Keycloak, caught before it gets there. */
  private String answerTo(Person person, String user) {
    HtmlPage microsoft = person.goesToMicrosoft(TRIAL);
    return person.withoutFollowing(() -> person.choosesAccount(microsoft, user));
  }
}
