package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.ADDRESS;
import static io.entrabroker.it.attacks.Takeover.LISTED;

import io.entrabroker.simulator.tokens.Tampering;
import java.net.IDN;
import java.util.List;
import java.util.function.UnaryOperator;

/** Addresses that people cannot tell from the one of a local account, and that are others. */
final class LookalikeAttacks {

  private static final String UNUSABLE = "ENTRA4006";
  private static final String UNTRUSTED = "ENTRA4007";
  private static final String NONE = "ENTRA4003";
  private static final String CYRILLIC_A = "\u0430";
  private static final String CYRILLIC_E = "\u0435";
  private static final String CYRILLIC_ES = "\u0441";

  static final List<Attack> ALL =
      List.of(
          written(
              "a Cyrillic letter in the victim's address",
              UNUSABLE,
              "Abelard",
              address -> CYRILLIC_A + address.substring(1)),
          written(
              "a Cyrillic letter in the mail domain",
              UNUSABLE,
              "Adalbert",
              LookalikeAttacks::foreignDomain),
          written(
              "that mail domain in punycode",
              UNTRUSTED,
              "Adelheid",
              address -> punycode(foreignDomain(address))),
          written(
              "wide letters in the mail domain",
              UNUSABLE,
              "Agnes",
              address -> address.replace("@e", "@\uff45")),
          written("a wide at sign", UNUSABLE, "Alarich", address -> address.replace("@", "\uff20")),
          written(
              "a wide full stop in the mail domain",
              UNUSABLE,
              "Albert",
              address -> address.replace(".example", "\uff0eexample")),
          written(
              "an invisible character in the victim's address",
              UNUSABLE,
              "Alexis",
              address -> address.charAt(0) + "\u200d" + address.substring(1)),
          attack(
              "the organisation's own mail domain but for a letter, in punycode",
              UNTRUSTED,
              Takeover.of("Alfred")
                  .at(LISTED)
                  .with(
                      (field, address) ->
                          Tampering.with()
                              .without("xms_edov")
                              .claim("email", punycode(address.replace("@c", "@" + CYRILLIC_ES))))),
          principal(
              "a Cyrillic letter in the user principal name, where that is the address",
              "Alrun",
              address -> CYRILLIC_A + address.substring(1)),
          principal(
              "the organisation's domain but for a letter in the user principal name",
              "Anton",
              address -> address.replace("@c", "@" + CYRILLIC_ES)),
          principal(
              "that domain of the user principal name in punycode",
              "Armin",
              address -> punycode(address.replace("@c", "@" + CYRILLIC_ES))));

  private LookalikeAttacks() {}

  private static String foreignDomain(String address) {
    return address.replace("@e", "@" + CYRILLIC_E);
  }

  private static String punycode(String address) {
    int domain = address.indexOf('@') + 1;
    return address.substring(0, domain) + IDN.toASCII(address.substring(domain));
  }

  /** Whoever has no mail address is known by the user principal name. */
  private static Attack principal(String name, String given, UnaryOperator<String> writing) {
    return attack(
        name,
        NONE,
        Takeover.of(given)
            .at(LISTED)
            .under("emailSource", "mail_then_upn")
            .with(
                (field, address) ->
                    Tampering.with()
                        .without("email")
                        .without("xms_edov")
                        .claim("upn", writing.apply(address))
                        .claim("preferred_username", writing.apply(address))));
  }

  private static Attack written(
      String name, String code, String given, UnaryOperator<String> writing) {
    return attack(
        name,
        code,
        Takeover.of(given)
            .with((field, address) -> Tampering.with().claim("email", writing.apply(address))));
  }

  private static Attack attack(String name, String code, Takeover takeover) {
    return Attack.of(Topic.ADDRESS, name, code, takeover.scenario(), ADDRESS);
  }
}
