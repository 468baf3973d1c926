package io.entrabroker.it.attacks;

import static io.entrabroker.it.attacks.Switch.SHAPE;
import static io.entrabroker.it.attacks.Switch.SIGNATURE;
import static io.entrabroker.it.attacks.Switch.WRAPPING;

import io.entrabroker.it.Upstreams;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A token that two readers would read differently, or that costs too much to read. */
final class ShapeAttacks {

  private static final String MALFORMED = "ENTRA3001";
  private static final String OTHER = "00000000-0000-4000-8000-000000000bad";

  static final List<Attack> ALL =
      List.of(
          odd("the object id twice", Forgery.genuine().twice("oid", OTHER)),
          odd("the tenant twice", Forgery.genuine().twice("tid", OTHER)),
          odd("the audience twice", Forgery.genuine().twice("aud", OTHER)),
          odd("the nonce twice", Forgery.genuine().twice("nonce", "another")),
          odd(
              "the algorithm twice",
              Forgery.genuine().headerText(text -> "{\"alg\":\"none\"," + text.substring(1))),
          odd(
              "a member twice in a claim within",
              Forgery.genuine()
                  .claimsText(text -> "{\"x\":{\"y\":1,\"y\":2}," + text.substring(1))),
          odd(
              "a second object behind the claims",
              Forgery.genuine().claimsText(text -> text + "{\"oid\":\"" + OTHER + "\"}")),
          odd(
              "a claim of 80,000 characters",
              Forgery.genuine()
                  .claimsText(
                      text -> "{\"x\":\"" + "x".repeat(80_000) + "\"," + text.substring(1))),
          odd("claims nested 40 deep", Forgery.genuine().claimsText(text -> nested(40, text))),
          odd("claims nested 900 deep", Forgery.genuine().claimsText(text -> nested(900, text))),
          odd("a header nested 40 deep", Forgery.genuine().headerText(text -> nested(40, text))),
          odd("a fourth part", Forgery.genuine().whole(token -> token + ".e30")),
          attack(
              "two parts only",
              Forgery.genuine().whole(token -> token.substring(0, token.lastIndexOf('.'))),
              SHAPE,
              SIGNATURE),
          attack(
              "a forged token in a signed one",
              Forgery.byTheAttacker().whole(ShapeAttacks::inAnother),
              WRAPPING,
              SIGNATURE),
          attack(
              "an unsigned token in an encrypted one",
              Forgery.genuine().unsigned().whole(ShapeAttacks::encrypted),
              WRAPPING,
              SIGNATURE),
          attack(
              "JSON serialization with one signature",
              Forgery.byTheAttacker().whole(ShapeAttacks::flattened),
              WRAPPING,
              SIGNATURE),
          attack(
              "JSON serialization with several signatures",
              Forgery.byTheAttacker().whole(ShapeAttacks::general),
              WRAPPING,
              SIGNATURE));

  private ShapeAttacks() {}

  private static String nested(int depth, String text) {
    return "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "," + text.substring(1);
  }

  private static String inAnother(String token) {
    String header = "{\"typ\":\"JWT\",\"cty\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"x\"}";
    return Forgery.base64(header) + "." + Forgery.base64(token) + ".AAAA";
  }

  // RFC 7516 with a key that everybody can work out: as good as a public one.
  private static String encrypted(String token) {
    try {
      String header = Forgery.base64("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"cty\":\"JWT\"}");
      byte[] nonce = new byte[12];
      byte[] key =
          MessageDigest.getInstance("SHA-256")
              .digest(Upstreams.WEB_APP.getBytes(StandardCharsets.UTF_8));
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      cipher.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
      byte[] sealed = cipher.doFinal(token.getBytes(StandardCharsets.UTF_8));
      byte[] text = Arrays.copyOf(sealed, sealed.length - 16);
      byte[] tag = Arrays.copyOfRange(sealed, sealed.length - 16, sealed.length);
      return header
          + ".."
          + Forgery.base64(nonce)
          + "."
          + Forgery.base64(text)
          + "."
          + Forgery.base64(tag);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String flattened(String token) {
    String[] parts = token.split("\\.", -1);
    return "{\"payload\":\"" + parts[1] + "\"," + signature(parts) + "}";
  }

  private static String general(String token) {
    String[] parts = token.split("\\.", -1);
    String one = "{" + signature(parts) + "}";
    return "{\"payload\":\"" + parts[1] + "\",\"signatures\":[" + one + "," + one + "]}";
  }

  private static String signature(String[] parts) {
    return "\"protected\":\"" + parts[0] + "\",\"signature\":\"" + parts[2] + "\"";
  }

  private static Attack odd(String name, Forgery forgery) {
    return attack(name, forgery, SHAPE);
  }

  private static Attack attack(String name, Forgery forgery, Switch first, Switch... more) {
    return Attack.of(Topic.SHAPE, name, MALFORMED, Scenario.signed(forgery), first, more);
  }
}
