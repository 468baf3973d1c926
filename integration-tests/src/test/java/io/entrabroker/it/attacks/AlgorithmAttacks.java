package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.ALGORITHM;
import static io.entrabroker.it.attacks.Switch.SIGNATURE;

import io.entrabroker.simulator.keys.KeyRing;
import io.entrabroker.simulator.tokens.Tampering;
import io.entrabroker.simulator.tokens.TokenSigning;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The header says how the token is signed, and lies. */
final class AlgorithmAttacks {

  private static final String NOT_RS256 = "ENTRA3002";
  private static final String NOT_SIGNED = "ENTRA3003";

  static final List<Attack> ALL =
      List.of(
          otherAlgorithm("RS384 by the tenant's own key", TokenSigning.algorithm("RS384")),
          otherAlgorithm("RS512 by the tenant's own key", TokenSigning.algorithm("RS512")),
          otherAlgorithm("PS256 by the tenant's own key", TokenSigning.algorithm("PS256")),
          otherAlgorithm("ES256 by a published elliptic key", TokenSigning.es256()),
          otherAlgorithm(
              "HMAC with the public key as its secret", TokenSigning.hs256WithPublicKey()),
          otherAlgorithm(
              "HMAC with the public key's PEM text as its secret",
              Forgery.genuine().header("alg", "HS256").signedByMac(AlgorithmAttacks::pem)),
          attack(
              "HMAC with the client secret",
              NOT_RS256,
              Scenario.tampered(
                  field ->
                      Tampering.with()
                          .signing(
                              TokenSigning.hs256(
                                  field.stack().webSecret().getBytes(StandardCharsets.UTF_8)))),
              ALGORITHM,
              SIGNATURE),
          otherAlgorithm("alg none", TokenSigning.none()),
          otherAlgorithm("alg nOnE", Forgery.genuine().header("alg", "nOnE").unsigned()),
          otherAlgorithm(
              "alg none under somebody else's signature",
              Forgery.byTheAttacker().header("alg", "none")),
          attack(
              "rs256 in small letters over a good signature",
              NOT_RS256,
              Scenario.signed(Forgery.genuine().header("alg", "rs256")),
              ALGORITHM),
          attack(
              "a list of algorithms over a good signature",
              NOT_RS256,
              Scenario.signed(Forgery.genuine().header("alg", List.of("RS256", "none"))),
              ALGORITHM),
          attack(
              "no alg over a good signature",
              NOT_RS256,
              Scenario.signed(Forgery.genuine().withoutHeader("alg")),
              ALGORITHM),
          unsigned("RS256 without a signature", Forgery.genuine().unsigned()),
          unsigned(
              "RS256 in the header and an HMAC with the public key beneath",
              Forgery.genuine().signedByMac(Forgery::publicKey)),
          unsigned(
              "the signature of another token",
              Forgery.genuine()
                  .signedBy(
                      (keys, input) -> Forgery.rsa(Forgery.key(keys.current()), input + "A"))),
          unsigned(
              "a signature of zeros", Forgery.genuine().signedBy((keys, input) -> new byte[256])));

  private AlgorithmAttacks() {}

  private static Attack otherAlgorithm(String name, TokenSigning signing) {
    return attack(name, NOT_RS256, Scenario.signed(signing), ALGORITHM, SIGNATURE);
  }

  private static Attack unsigned(String name, TokenSigning signing) {
    return attack(name, NOT_SIGNED, Scenario.signed(signing), SIGNATURE);
  }

  private static Attack attack(
      String name, String code, Scenario scenario, Switch first, Switch... more) {
    return Attack.of(Topic.ALGORITHM, name, code, scenario, first, more);
  }

  private static byte[] pem(KeyRing keys) {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(Forgery.publicKey(keys));
    return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
