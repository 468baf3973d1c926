package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.NONCE;
import static io.entrabroker.it.attacks.Switch.PKCE;
import static io.entrabroker.it.attacks.Switch.SINGLE_USE;
import static io.entrabroker.it.attacks.Switch.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.Person;
import io.entrabroker.simulator.tokens.Tampering;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;

/** A good answer, but to another question. */
final class ReplayAttacks {

  private static final String GRACE = "grace.hopper";
  private static final String NOT_THE_ANSWER = "ENTRA3006";
  private static final String UNKNOWN = "ENTRA2001";

  static final List<Attack> ALL =
      List.of(
          nonce("another nonce", Tampering.with().claim("nonce", "another")),
          nonce("no nonce", Tampering.with().without("nonce")),
          nonce("an empty nonce", Tampering.with().claim("nonce", "")),
          nonce("a list of nonces", Tampering.with().claim("nonce", List.of("a", "b"))),
          attack(
              "another person's code in a sign-in of one's own",
              "ENTRA2202",
              Scenario.of(
                  field -> field.trial(field.web()),
                  field ->
                      withCodeOf(
                          field.attacker(),
                          answerTo(field.attacker(), Scenario.ADA),
                          answerTo(field.person(), GRACE))),
              PKCE,
              NONCE),
          attack(
              "the code of one tab with the state of another",
              "ENTRA2202",
              Scenario.of(field -> field.trial(field.web()), ReplayAttacks::swapTabs),
              PKCE,
              NONCE),
          attack(
              "a code that has been used already, in a sign-in of one's own",
              "ENTRA2202",
              Scenario.of(
                  ReplayAttacks::byCode,
                  field ->
                      withCodeOf(
                          field.attacker(),
                          answerTo(field.attacker(), Scenario.ADA),
                          used(field, field.person()))),
              PKCE,
              NONCE,
              SINGLE_USE),
          attack(
                  "an answer that has been used already, in the next sign-in of its browser",
                  UNKNOWN,
                  Scenario.of(
                      ReplayAttacks::byCode,
                      field -> {
                        String used = used(field, field.attacker());
                        field.attacker().goesToMicrosoft(Field.TRIAL);
                        return field.attacker().open(used);
                      }),
                  STATE,
                  PKCE,
                  NONCE,
                  SINGLE_USE)
              .withKeycloaksPage(),
          attack(
                  "an answer to a sign-in that has ended in another tab, in the next one of its browser",
                  UNKNOWN,
                  Scenario.of(
                      ReplayAttacks::byCode,
                      field -> {
                        String left = leftBehind(field, field.attacker());
                        field.attacker().goesToMicrosoft(Field.TRIAL);
                        return field.attacker().open(left);
                      }),
                  STATE,
                  PKCE,
                  NONCE)
              .withKeycloaksPage(),
          idToken(
              "another person's ID token in a sign-in of one's own",
              field -> tokenOf(field.person(), Field.TRIAL)),
          idToken(
              "an ID token that has been used already",
              field -> {
                Person grace = field.person();
                HtmlPage form = Scenario.formFor(grace, Field.TRIAL, GRACE);
                grace.press(form, "continue");
                field.realm().forgetPeople();
                return Scenario.field(form, "id_token");
              }),
          idToken(
              "an ID token of another provider with the same application",
              field -> tokenOf(field.person(), "entra-implicit")),
          attack(
              "the answer of one provider, delivered at another",
              NOT_THE_ANSWER,
              Scenario.of(
                  field -> field.trial(field.implicit()),
                  field -> {
                    HtmlPage form =
                        Scenario.formFor(field.attacker(), "entra-implicit", Scenario.ADA);
                    return Scenario.post(
                        field.attacker(),
                        Scenario.endpoint(field, Field.TRIAL),
                        Map.of(
                            "state", Scenario.field(form, "state"),
                            "id_token", Scenario.field(form, "id_token")));
                  }),
              NONCE));

  static final List<Attack> STOPPED_BY_OTHERS =
      List.of(
          Attack.stoppedByOthers(
              Topic.REPLAY,
              "an answer that is opened once more when its sign-in is over",
              UNKNOWN,
              Scenario.of(
                  ReplayAttacks::byCode,
                  field -> field.attacker().open(used(field, field.attacker()))),
              "Keycloak: a sign-in that is over is gone, and an answer begins none."
                  + " Page, event and log line are ours."));

  private ReplayAttacks() {}

  private static void byCode(Field field) {
    field.trial(field.web());
    field.letCodesBeUsedAgain();
  }

  /** Grace's answer, after she has come in by it and gone. */
  private static String used(Field field, Person person) {
    String answer = answerTo(person, GRACE);
    person.open(answer);
    over(field, person);
    return answer;
  }

  /** Grace's answer in one tab, after she has come in by another, known to Microsoft, and gone. */
  private static String leftBehind(Field field, Person person) {
    String answer = answerTo(person, GRACE);
    person.goesToMicrosoft("entra");
    over(field, person);
    return answer;
  }

  private static void over(Field field, Person person) {
    assertThat(person.hasSession()).isTrue();
    person.browser().getCookieManager().clearCookies();
    field.realm().forgetPeople();
  }

  private static String answerTo(Person person, String user) {
    return Scenario.answerTo(person, Field.TRIAL, user);
  }

  private static Page withCodeOf(Person person, String own, String others) {
    return person.open(
        own.replace(Person.parameter(own, "code"), Person.parameter(others, "code")));
  }

  private static Page swapTabs(Field field) {
    Person person = field.attacker();
    HtmlPage one = person.goesToMicrosoft(Field.TRIAL);
    HtmlPage two = person.goesToMicrosoft(Field.TRIAL);
    String first = person.withoutFollowing(() -> person.choosesAccount(one, Scenario.ADA));
    String second = person.withoutFollowing(() -> person.choosesAccount(two, Scenario.ADA));
    return withCodeOf(person, second, first);
  }

  private static String tokenOf(Person victim, String alias) {
    return Scenario.field(Scenario.formFor(victim, alias, GRACE), "id_token");
  }

  /** The attacker's own answer with an ID token from somewhere else. */
  private static Attack idToken(String name, Function<Field, String> token) {
    return attack(
        name,
        NOT_THE_ANSWER,
        Scenario.of(
            field -> field.trial(field.implicit()),
            field -> {
              String stolen = token.apply(field);
              field.realm().forgetEvents();
              HtmlPage form = Scenario.formFor(field.attacker(), Field.TRIAL, Scenario.ADA);
              form.<HtmlInput>getElementByName("id_token").setValue(stolen);
              return field.attacker().press(form, "continue");
            }),
        NONCE);
  }

  private static Attack nonce(String name, Tampering tampering) {
    return attack(name, NOT_THE_ANSWER, Scenario.tampered(tampering), NONCE);
  }

  private static Attack attack(
      String name, String code, Scenario scenario, Switch first, Switch... more) {
    return Attack.of(Topic.REPLAY, name, code, scenario, first, more);
  }
}
