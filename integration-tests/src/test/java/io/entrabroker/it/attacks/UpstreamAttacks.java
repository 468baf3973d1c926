package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.HTTP;
import static io.entrabroker.it.attacks.Switch.SIGNATURE;

import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.Fault;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Key endpoint, token endpoint and metadata answer what they should not. */
final class UpstreamAttacks {

  private static final String NOT_SIGNED = "ENTRA3003";
  private static final String NONSENSE = "ENTRA2203";
  private static final String OTHER = "33333333-4444-4555-8666-777777777777";

  static final List<Attack> ALL =
      List.of(
          keys(
              "keys that are said to be at the attacker's (redirect)",
              field -> {
                field.lair().answers(HostileKeys.attackersSet(field));
                return elsewhere(field);
              },
              HTTP),
          keys(
              "a key set without end",
              field -> instead(HostileKeys.attackersSet(field) + " ".repeat(400_000)),
              HTTP),
          keys(
              "a key set with its keys twice",
              field -> {
                String more = "," + HostileKeys.attackersSet(field).substring(1);
                return HostileKeys.body(
                    genuine -> genuine.substring(0, genuine.lastIndexOf('}')) + more);
              },
              HTTP),
          keys(
              "a key set with something behind it",
              field -> instead(HostileKeys.attackersSet(field) + "{}"),
              HTTP),
          moreKeys("a published key that is for encryption", "\"use\":\"sig\"", "\"use\":\"enc\""),
          moreKeys(
              "a published key that is for another algorithm",
              "\"use\":\"sig\"",
              "\"use\":\"sig\",\"alg\":\"PS256\""),
          keys(
              "a published key of another login host",
              field ->
                  HostileKeys.andOneMore(
                      HostileKeys.attackers(field)
                          .replace(field.host(), "https://login.evil.example/")),
              SIGNATURE),
          moreKeys(
              "a published key whose issuer is a template with another name",
              "{tenantid}",
              "{anytenant}"),
          Attack.of(
              Topic.UPSTREAM,
              "a second key under the id of the tenant's",
              NOT_SIGNED,
              HostileKeys.scenario(
                  field -> {
                    String jwk = HostileKeys.attackers(field);
                    return HostileKeys.body(genuine -> underEveryId(genuine, jwk));
                  },
                  Forgery.byTheAttacker()),
              SIGNATURE),
          Attack.of(
              Topic.UPSTREAM,
              "a token endpoint that sends code and secret elsewhere (redirect)",
              NONSENSE,
              token(UpstreamAttacks::elsewhere)
                  .succeedsIf(
                      (field, end) ->
                          field.lair().told().stream()
                              .anyMatch(told -> told.contains("code_verifier="))),
              HTTP),
          tokens(
              "a token answer with its ID token twice",
              NONSENSE,
              body -> body.replaceFirst("\\{", "{\"id_token\":\"x\",")),
          tokens("a token answer with something behind it", NONSENSE, body -> body + "{}"),
          tokens("a token answer without end", "ENTRA2201", body -> body + " ".repeat(400_000)),
          Attack.of(
              Topic.UPSTREAM,
              "metadata that is said to be at the attacker's (redirect)",
              "ENTRA1002",
              Scenario.of(
                      UpstreamAttacks::metadataElsewhere,
                      field -> field.attacker().goesToMicrosoft(Field.TRIAL))
                  .succeedsIf((field, end) -> end.getUrl().toString().contains(OTHER)),
              HTTP));

  private UpstreamAttacks() {}

  private static Fault elsewhere(Field field) {
    return Fault.redirect(URI.create(field.lair().origin() + "/elsewhere"));
  }

  private static Fault instead(String body) {
    return HostileKeys.body(genuine -> body);
  }

  private static void metadataElsewhere(Field field) {
    field.trial(field.web(), "authority", field.host() + "contoso.example");
    field.lair().answers("{\"issuer\":\"" + field.host() + OTHER + "/v2.0\"}");
    field.entra().faults().at(Endpoint.DISCOVERY).always(elsewhere(field));
  }

  private static Attack keys(String name, Function<Field, Fault> lie, Switch guard) {
    return Attack.of(Topic.UPSTREAM, name, NOT_SIGNED, HostileKeys.scenario(lie), guard);
  }

  /** One more key is published, which is the attacker's; it should not be there, and is no use. */
  private static Attack moreKeys(String name, String from, String to) {
    return keys(
        name,
        field -> HostileKeys.andOneMore(HostileKeys.attackers(field).replace(from, to)),
        SIGNATURE);
  }

  // Whichever key signs, there are two of its id.
  private static String underEveryId(String set, String jwk) {
    Matcher ids = Pattern.compile("\"kid\":\"([^\"]+)\"").matcher(set);
    String more = set;
    while (ids.find()) {
      String twin = jwk.replaceFirst("\"kid\":\"[^\"]+\"", "\"kid\":\"" + ids.group(1) + "\"");
      more = HostileKeys.withOneMore(more, twin);
    }
    return more;
  }

  private static Attack tokens(String name, String code, UnaryOperator<String> change) {
    return Attack.of(Topic.UPSTREAM, name, code, token(field -> HostileKeys.body(change)), HTTP);
  }

  private static Scenario token(Function<Field, Fault> fault) {
    return Scenario.of(
        field -> {
          field.trial(field.web());
          field.entra().faults().at(Endpoint.TOKEN).always(fault.apply(field));
        },
        field -> field.attacker().signsIn(Field.TRIAL, Scenario.ADA));
  }
}
