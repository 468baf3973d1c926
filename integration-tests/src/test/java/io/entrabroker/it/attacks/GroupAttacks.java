package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.CLAIM_SOURCE;
import static io.entrabroker.it.attacks.Switch.HTTP;
import static io.entrabroker.it.attacks.Switch.NEXT_PAGE;

import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.GroupChange;
import io.entrabroker.simulator.graph.GraphAnswer;
import io.entrabroker.simulator.graph.GraphFault;
import io.entrabroker.simulator.tokens.Tampering;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Only members of one group may come in, and the attacker is none; but who says so? */
final class GroupAttacks {

  private static final String ADMITTED = "97009590-0000-4000-8000-00000000000a";
  private static final String UNKNOWN = "ENTRA4202";
  private static final String MEMBER = "{\"value\":[\"" + ADMITTED + "\"]}";
  private static final int CALLS = 5;

  static final List<Attack> ALL =
      List.of(
          attack(
              "the token says where its groups are, at an internal address",
              "ENTRA4201",
              gate(
                  "Cecil",
                  field -> field.lair().answers(MEMBER),
                  field -> field.lair().origin() + "/internal"),
              CLAIM_SOURCE),
          graph(
              "Microsoft Graph sends the question elsewhere (redirect)",
              "Celia",
              field -> {
                field.lair().answers(MEMBER);
                return GraphFault.redirect(URI.create(field.lair().origin() + "/graph"));
              }),
          graph(
              "an answer of Microsoft Graph without end",
              "Cedric",
              field -> answer(MEMBER + " ".repeat(5_000_000))),
          graph(
              "an answer of Microsoft Graph with its list twice",
              "Carl",
              field -> answer("{\"value\":[]," + MEMBER.substring(1))),
          graph(
              "an answer of Microsoft Graph with something behind it",
              "Cleo",
              field -> answer(MEMBER + "{}")),
          nextPage("the next page is at another server", "Cora", field -> field.lair().origin()),
          nextPage(
              "the next page is at another server, our own before the at sign",
              "Cyril",
              field ->
                  field.host().replaceAll("/$", "")
                      + "@"
                      + field.lair().origin().replace("http://", "")));

  private GroupAttacks() {}

  private static GraphFault answer(String body) {
    return (request, genuine) ->
        new GraphAnswer(200, Map.of("Content-Type", "application/json"), body);
  }

  private static Attack graph(String name, String given, Function<Field, GraphFault> fault) {
    return attack(
        name,
        UNKNOWN,
        gate(
            given,
            field -> {
              GraphFault next = fault.apply(field);
              for (int i = 0; i < CALLS; i++) {
                field.entra().failNextGraphRequestWith(next);
              }
            },
            field -> "https://graph.windows.net/users"),
        HTTP);
  }

  /** The first list is of the groups that are assigned, the second of those that the person has. */
  private static Attack nextPage(String name, String given, Function<Field, String> origin) {
    return attack(
        name,
        UNKNOWN,
        gate(
            given,
            field -> {
              field
                  .lair()
                  .answers(
                      "{\"value\":[{\"@odata.type\":\"#microsoft.graph.group\",\"id\":\""
                          + ADMITTED
                          + "\"}]}");
              field.entra(
                  ApplicationChange.assign(Upstreams.WEB_APP, ADMITTED),
                  ApplicationChange.consent(Upstreams.WEB_APP, "Application.Read.All"));
              field.entra().failNextGraphRequestWith((request, genuine) -> genuine.get());
              field.entra().failNextGraphRequestWith(GraphFault.nextLinkTo(origin.apply(field)));
            },
            field -> "https://graph.windows.net/users",
            "groupScope",
            "assigned",
            "defaultScope",
            "openid profile email Application.Read.All"),
        NEXT_PAGE);
  }

  /** A token that does not list the groups but says where they are. */
  private static Scenario gate(
      String given, Consumer<Field> before, Function<Field, String> source, String... settings) {
    return Scenario.of(
        field -> {
          field.arrived(given);
          field.entra(GroupChange.add(ADMITTED, "Admitted"));
          field.trial(Upstreams.with(field.web(), settings), "accessGate", ADMITTED);
          before.accept(field);
        },
        field -> {
          field
              .entra()
              .tamperWithNextIdToken(
                  Tampering.with()
                      .without("groups")
                      .claim("_claim_names", Map.of("groups", "src1"))
                      .claim(
                          "_claim_sources",
                          Map.of("src1", Map.of("endpoint", source.apply(field)))));
          return field.attacker().signsIn(Field.TRIAL, new Someone(given).name());
        });
  }

  private static Attack attack(String name, String code, Scenario scenario, Switch guard) {
    return Attack.of(Topic.GROUPS, name, code, scenario, guard);
  }
}
