package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.ACCOUNT_KIND;
import static io.entrabroker.it.attacks.Switch.FIRST_LOGIN_FLOW;
import static io.entrabroker.it.attacks.Switch.SETTING;

import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.UserChange;
import io.entrabroker.simulator.tokens.Tampering;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.htmlunit.Page;

/** Somebody who is not what they seem: a guest, an application, a later bearer of a name. */
final class PersonAttacks {

  private static final String GUEST = "ENTRA4002";
  private static final String APPLICATION = "ENTRA4005";

  static final List<Attack> ALL =
      List.of(
          kind("a guest whose status is a list", GUEST, "Basil", "acct", List.of(0)),
          kind("a guest whose status is an object", GUEST, "Benno", "acct", Map.of("acct", 0)),
          kind("a guest whose status is a fraction", GUEST, "Berta", "acct", 0.5),
          kind("a guest whose status is a word", GUEST, "Bruno", "acct", "member"),
          kind("an application that says so", APPLICATION, "Bodo", "idtyp", "app"),
          kind(
              "an application whose subject is its object",
              APPLICATION,
              "Britta",
              "sub",
              new Someone("Britta").objectId()),
          reserved("the name of the catalog's administrator", "Blanka", "admin"),
          reserved("the name of the catalog's ingestion bot", "Balbina", "ingestion-bot"),
          attack(
              "a later bearer of the name while the first one's account is there",
              "ENTRA4102",
              Scenario.of(
                      field -> {
                        comesFirst(field, "Bettina", "existingAccount", "link");
                        field.trialWithFlow(
                            field.flow(),
                            field.web(),
                            "existingAccount",
                            "link",
                            "nameOwners",
                            field.isMissing(SETTING)
                                ? owner("bettina.quillfeather", "Bettina")
                                : null);
                      },
                      field -> returns(field, "Bettina"))
                  .succeedsIf((field, end) -> isTheOnlyUser(field, "Bettina")),
              FIRST_LOGIN_FLOW,
              SETTING),
          attack(
              "a later bearer of the name after the first one's account was deleted",
              "ENTRA4104",
              Scenario.of(
                  field -> {
                    comesFirst(field, "Birte");
                    field.realm().forgetPeople();
                    if (field.isMissing(SETTING)) {
                      field.trial(field.web(), "nameOwners", owner("birte.quillfeather", "Birte"));
                    }
                  },
                  field -> returns(field, "Birte")),
              SETTING));

  private PersonAttacks() {}

  // The first one, and then somebody else under the same names in Entra.
  private static void comesFirst(Field field, String given, String... settings) {
    Someone first = field.arrived(given);
    field.trial(field.web(), settings);
    try (Person person = Person.with(field.stack())) {
      person.signsIn(Field.TRIAL, first.name());
    }
    field.entra(UserChange.recreate(first.objectId(), later(given)));
  }

  private static String later(String given) {
    return new UUID(0x4000, 0x8000000000000000L | given.hashCode() & 0xffffffL).toString();
  }

  private static Page returns(Field field, String given) {
    return field.attacker().signsIn(Field.TRIAL, new Someone(given).name());
  }

  private static boolean isTheOnlyUser(Field field, String given) {
    return field.attacker().hasSession()
        && field.realm().users().size() == 1
        && field.realm().user(new Someone(given).name()).isPresent();
  }

  private static Attack kind(String name, String code, String given, String claim, Object value) {
    return attack(
        name,
        code,
        Scenario.of(
            field -> {
              field.arrived(given);
              field.trial(field.web());
            },
            field -> {
              field.entra().tamperWithNextIdToken(Tampering.with().claim(claim, value));
              return field.attacker().signsIn(Field.TRIAL, new Someone(given).name());
            }),
        ACCOUNT_KIND);
  }

  /** Switched off by binding the name to the account, as an administrator may. */
  private static Attack reserved(String name, String given, String reserved) {
    return attack(
        name,
        "ENTRA4103",
        Scenario.of(
            field -> {
              field.entra(field.arrived(given).hasMail(reserved + "@contoso.example"));
              String owner =
                  field.isMissing(SETTING) ? reserved + " = " + new Someone(given).key() : null;
              field.trial(field.web(), "nameOwners", owner);
            },
            field -> field.attacker().signsIn(Field.TRIAL, new Someone(given).name())),
        SETTING);
  }

  private static String owner(String name, String given) {
    return name + " = " + Upstreams.TENANT + ":" + later(given);
  }

  private static Attack attack(
      String name, String code, Scenario scenario, Switch first, Switch... more) {
    return Attack.of(Topic.PERSON, name, code, scenario, first, more);
  }
}
