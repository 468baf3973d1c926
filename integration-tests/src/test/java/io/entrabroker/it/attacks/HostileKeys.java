package io.entrabroker.it.attacks;

import io.entrabroker.simulator.faults.Exchange;
import io.entrabroker.simulator.faults.Fault;
import io.entrabroker.simulator.tokens.Tampering;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/** What a key endpoint may come to answer. */
final class HostileKeys {

  private HostileKeys() {}

  /** The key endpoint lies, and the attacker's key has signed. */
  static Scenario scenario(Function<Field, Fault> lie) {
    return scenario(lie, Forgery.byTheAttacker().header("kid", Forgery.ATTACKERS_KEY.keyId()));
  }

  static Scenario scenario(Function<Field, Fault> lie, Forgery forgery) {
    return Scenario.of(
        field -> {
          field.trial(field.web());
          field.publish(lie.apply(field));
        },
        field -> {
          field.entra().tamperWithNextIdToken(Tampering.with().signing(forgery));
          return field.attacker().signsIn(Field.TRIAL, Scenario.ADA);
        });
  }

  /** The attacker's key, for every tenant. */
  static String attackers(Field field) {
    return Forgery.attackersJwk(field.host()).toString();
  }

  /** A set of the attacker's key alone. */
  static String attackersSet(Field field) {
    return "{\"keys\":[" + attackers(field) + "]}";
  }

  /** The genuine set with one more key. */
  static Fault andOneMore(String jwk) {
    return body(genuine -> withOneMore(genuine, jwk));
  }

  static String withOneMore(String set, String jwk) {
    return set.replaceFirst("\\[\\{", "[" + Matcher.quoteReplacement(jwk) + ",{");
  }

  /** The genuine answer with another body. */
  static Fault body(UnaryOperator<String> change) {
    return exchange -> {
      Exchange.Answer genuine = exchange.genuine();
      exchange.send(genuine.withBody(change.apply(genuine.body())));
    };
  }
}
