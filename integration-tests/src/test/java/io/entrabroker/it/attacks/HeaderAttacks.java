package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.ALGORITHM;
import static io.entrabroker.it.attacks.Switch.KEY_ISSUER;
import static io.entrabroker.it.attacks.Switch.SIGNATURE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.keys.KeyRing;
import io.entrabroker.simulator.tokens.Tampering;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;

/** The header says with which key to verify, or what else is to be understood. */
final class HeaderAttacks {

  private static final String NOT_SIGNED = "ENTRA3003";

  static final List<Attack> ALL =
      List.of(
          unsigned("the tenant's key id over the attacker's signature", Forgery.byTheAttacker()),
          unsigned(
              "a key id that nobody published",
              Forgery.byTheAttacker().header("kid", Forgery.ATTACKERS_KEY.keyId())),
          unsigned("no key id over a good signature", Forgery.genuine().withoutHeader("kid")),
          attack(
              "the key id of another published key",
              NOT_SIGNED,
              Scenario.signed(
                  Forgery.genuine()
                      .header(
                          (header, keys) -> header.put("kid", keys.personalAccounts().keyId()))),
              SIGNATURE,
              KEY_ISSUER),
          unsigned(
              "a key id that is a path to an empty file",
              Forgery.genuine()
                  .header("kid", "../../../../../dev/null")
                  .signedByMac(keys -> new byte[1])),
          unsigned(
              "a key id that is part of a database query",
              Forgery.byTheAttacker().header("kid", "x' UNION SELECT 'key")),
          unsigned(
              "a key id that writes lines into the log",
              Forgery.byTheAttacker().header("kid", "x\r\nENTRA0000 forged")),
          unsigned(
              "a list of key ids",
              Forgery.genuine()
                  .header((header, keys) -> header.putArray("kid").add(keys.current().keyId()))),
          unsigned("the attacker's key in the header (jwk)", withoutId(HeaderAttacks::addJwk)),
          unsigned(
              "the attacker's key in the header under the tenant's key id (jwk)",
              Forgery.byTheAttacker().header(HeaderAttacks::addJwk)),
          attack(
              "a key set of the attacker's (jku)",
              NOT_SIGNED,
              Scenario.tampered(
                  field -> {
                    field.lair().answers("{\"keys\":[" + jwk() + "]}");
                    return Tampering.with()
                        .signing(
                            Forgery.byTheAttacker()
                                .header("kid", Forgery.ATTACKERS_KEY.keyId())
                                .header("jku", field.lair().origin() + "/keys"));
                  }),
              SIGNATURE),
          attack(
              "a certificate at the attacker's (x5u)",
              NOT_SIGNED,
              Scenario.tampered(
                  field ->
                      Tampering.with()
                          .signing(
                              Forgery.byTheAttacker()
                                  .withoutHeader("kid")
                                  .header("x5u", field.lair().origin() + "/certificate"))),
              SIGNATURE),
          unsigned(
              "the attacker's certificate in the header (x5c)",
              withoutId((header, keys) -> header.set("x5c", jwk().get("x5c")))),
          unsigned(
              "the thumbprint of the tenant's certificate instead of the key id (x5t)",
              Forgery.byTheAttacker()
                  .withoutHeader("kid")
                  .header((header, keys) -> header.put("x5t", keys.current().keyId()))),
          attack(
              "an extension that has to be understood (crit)",
              "ENTRA3002",
              Scenario.signed(
                  Forgery.genuine().header("crit", List.of("exp")).header("exp", 4102444800L)),
              ALGORITHM),
          attack(
              "an empty list of extensions (crit)",
              "ENTRA3002",
              Scenario.signed(Forgery.genuine().header("crit", List.of())),
              ALGORITHM),
          attack(
              "a payload that is signed without its encoding (b64 and crit)",
              "ENTRA3002",
              Scenario.signed(
                  Forgery.byTheAttacker().header("b64", false).header("crit", List.of("b64"))),
              ALGORITHM,
              SIGNATURE),
          unsigned(
              "a payload that is signed without its encoding (b64 alone)",
              Forgery.genuine()
                  .header("b64", false)
                  .signedBy(
                      (keys, input) ->
                          Forgery.rsa(Forgery.key(keys.current()), unencoded(input)))));

  private HeaderAttacks() {}

  private static Forgery withoutId(BiConsumer<ObjectNode, KeyRing> header) {
    return Forgery.byTheAttacker().withoutHeader("kid").header(header);
  }

  private static void addJwk(ObjectNode header, KeyRing keys) {
    header.set("jwk", jwk());
  }

  private static ObjectNode jwk() {
    return Forgery.attackersJwk("https://login.microsoftonline.com/");
  }

  // RFC 7797, section 3.
  private static String unencoded(String input) {
    String[] parts = input.split("\\.", -1);
    return parts[0]
        + "."
        + new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
  }

  private static Attack unsigned(String name, Forgery forgery) {
    return attack(name, NOT_SIGNED, Scenario.signed(forgery), SIGNATURE);
  }

  private static Attack attack(
      String name, String code, Scenario scenario, Switch first, Switch... more) {
    return Attack.of(Topic.HEADER, name, code, scenario, first, more);
  }
}
