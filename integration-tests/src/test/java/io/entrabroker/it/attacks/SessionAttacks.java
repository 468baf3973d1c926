package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.ARRIVAL;
import static io.entrabroker.it.attacks.Switch.COOKIE;
import static io.entrabroker.it.attacks.Switch.NONCE;
import static io.entrabroker.it.attacks.Switch.PKCE;
import static io.entrabroker.it.attacks.Switch.STATE;

import io.entrabroker.it.App;
import io.entrabroker.it.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlPage;

/** A sign-in that ends in another browser than it began in, or that nobody began. */
final class SessionAttacks {

  private static final String UNKNOWN = "ENTRA2001";
  private static final String INCOMPLETE = "ENTRA2002";
  private static final String GRACE = "grace.hopper";

  static final List<Attack> ALL =
      List.of(
          byCode(
              "a stolen answer, opened in the thief's browser",
              UNKNOWN,
              field -> {
                Person ada = field.person();
                String answer = Scenario.answerTo(ada, Field.TRIAL, Scenario.ADA);
                shareCookies(field, ada);
                return field.attacker().open(answer);
              },
              COOKIE),
          byIdToken(
              "a stolen ID token, posted from the thief's browser",
              UNKNOWN,
              field -> {
                Person ada = field.person();
                Map<String, String> answer =
                    fields(Scenario.formFor(ada, Field.TRIAL, Scenario.ADA));
                shareCookies(field, ada);
                return Scenario.post(
                    field.attacker(), Scenario.endpoint(field, Field.TRIAL), answer);
              },
              COOKIE),
          byCode(
                  "the attacker's answer, opened by somebody who is about to sign in",
                  UNKNOWN,
                  field -> {
                    String answer = Scenario.answerTo(field.person(), Field.TRIAL, GRACE);
                    field.attacker().goesToMicrosoft(Field.TRIAL);
                    return field.attacker().open(answer);
                  },
                  STATE,
                  PKCE,
                  NONCE)
              .withKeycloaksPage(),
          byIdToken(
                  "the attacker's ID token, posted by the browser of somebody who is about to sign in",
                  UNKNOWN,
                  field -> {
                    Map<String, String> answer =
                        fields(Scenario.formFor(field.person(), Field.TRIAL, GRACE));
                    field.attacker().goesToMicrosoft(Field.TRIAL);
                    return Scenario.post(
                        field.attacker(), Scenario.endpoint(field, Field.TRIAL), answer);
                  },
                  STATE,
                  NONCE)
              .withKeycloaksPage(),
          state(
              "a changed state",
              state -> (state.charAt(0) == 'A' ? "B" : "A") + state.substring(1)),
          state("a state cut short", state -> state.substring(0, state.indexOf('.'))),
          state("a state of dots", state -> "..."),
          state("an empty state", state -> ""),
          byCode(
              "a code as a form post",
              INCOMPLETE,
              field -> {
                String answer = Scenario.answerTo(field.attacker(), Field.TRIAL, Scenario.ADA);
                return Scenario.post(
                    field.attacker(),
                    Scenario.endpoint(field, Field.TRIAL),
                    Map.of(
                        "code", Person.parameter(answer, "code"),
                        "state", Person.parameter(answer, "state")));
              },
              ARRIVAL),
          byIdToken(
              "an ID token in the query",
              INCOMPLETE,
              field -> {
                HtmlPage form = Scenario.formFor(field.attacker(), Field.TRIAL, Scenario.ADA);
                return field
                    .attacker()
                    .open(Scenario.endpoint(field, Field.TRIAL) + "?" + App.form(fields(form)));
              },
              ARRIVAL));

  private SessionAttacks() {}

  private static Map<String, String> fields(HtmlPage form) {
    return Map.of(
        "state", Scenario.field(form, "state"), "id_token", Scenario.field(form, "id_token"));
  }

  static void shareCookies(Field field, Person owner) {
    if (field.isMissing(COOKIE)) {
      owner
          .browser()
          .getCookieManager()
          .getCookies()
          .forEach(field.attacker().browser().getCookieManager()::addCookie);
    }
  }

  private static Attack state(String name, UnaryOperator<String> change) {
    return byCode(
        name,
        UNKNOWN,
        field -> {
          String answer = Scenario.answerTo(field.attacker(), Field.TRIAL, Scenario.ADA);
          String state = Person.parameter(answer, "state");
          return field
              .attacker()
              .open(answer.replace(encoded(state), encoded(change.apply(state))));
        },
        STATE);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Attack byCode(
      String name, String code, Function<Field, Page> strike, Switch first, Switch... more) {
    return Attack.of(
        Topic.SESSION,
        name,
        code,
        Scenario.of(field -> field.trial(field.web()), strike),
        first,
        more);
  }

  private static Attack byIdToken(
      String name, String code, Function<Field, Page> strike, Switch first, Switch... more) {
    return Attack.of(
        Topic.SESSION,
        name,
        code,
        Scenario.of(field -> field.trial(field.implicit()), strike),
        first,
        more);
  }
}
