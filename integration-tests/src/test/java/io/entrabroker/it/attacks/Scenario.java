package io.entrabroker.it.attacks;

import io.entrabroker.it.App;
import io.entrabroker.it.Person;
import io.entrabroker.simulator.tokens.Tampering;
import io.entrabroker.simulator.tokens.TokenSigning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;

/**
 * How an attack is done.
 *
 * @param before what is so beforehand; ends with a trial provider
 * @param strike the attack itself; gives the page at its end
 * @param success whether the attacker has what they wanted
 */
record Scenario(
    Consumer<Field> before, Function<Field, Page> strike, BiPredicate<Field, Page> success) {

  static final String ADA = "ada.lovelace";

  /** Succeeds where the attacker's browser is signed in. */
  static Scenario of(Consumer<Field> before, Function<Field, Page> strike) {
    return new Scenario(before, strike, (field, end) -> field.attacker().hasSession());
  }

  /** The same with another success. */
  Scenario succeedsIf(BiPredicate<Field, Page> other) {
    return new Scenario(before, strike, other);
  }

  /** Ada's sign-in by code ends with a token that somebody has tampered with. */
  static Scenario tampered(Function<Field, Tampering> tampering) {
    return of(
        field -> field.trial(field.web()),
        field -> {
          field.entra().tamperWithNextIdToken(tampering.apply(field));
          return field.attacker().signsIn(Field.TRIAL, ADA);
        });
  }

  static Scenario tampered(Tampering tampering) {
    return tampered(field -> tampering);
  }

  static Scenario signed(TokenSigning signing) {
    return tampered(Tampering.with().signing(signing));
  }

  /** Microsoft's form on its way to Keycloak, before it is sent: the answer with an ID token. */
  static HtmlPage formFor(Person person, String alias, String user) {
    return Person.html(person.press(person.goesToMicrosoft(alias), "user-" + user));
  }

  /** What stands in a hidden field of a form. */
  static String field(HtmlPage form, String name) {
    return form.<HtmlInput>getElementByName(name).getValue();
  }

  /** Sends a form from a page that nobody sees. */
  static Page post(Person person, String address, Map<String, String> fields) {
    try {
      WebRequest request = new WebRequest(URI.create(address).toURL(), HttpMethod.POST);
      request.setRequestBody(App.form(fields));
      return person.browser().getPage(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where answers for an alias arrive. */
  static String endpoint(Field field, String alias) {
    return field.stack().keycloak().realmUri() + "/broker/" + alias + "/endpoint";
  }

  /** The end of somebody's way to Microsoft and back, caught before Keycloak gets it. */
  static String answerTo(Person person, String alias, String user) {
    var microsoft = person.goesToMicrosoft(alias);
    return person.withoutFollowing(() -> person.choosesAccount(microsoft, user));
  }
}
