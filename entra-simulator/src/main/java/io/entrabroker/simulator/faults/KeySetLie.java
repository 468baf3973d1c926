package io.entrabroker.simulator.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.function.Consumer;

/** Well-formed key sets that are wrong, for {@link Endpoint#KEYS}. */
public final class KeySetLie {

  private KeySetLie() {}

  /** Every key claims to belong to this issuer. */
  public static Fault issuer(String issuer) {
    return each(key -> key.put("issuer", issuer));
  }

  /** No key says whom it belongs to. */
  public static Fault withoutIssuer() {
    return each(key -> key.remove("issuer"));
  }

  /** No key has an id. */
  public static Fault withoutKeyId() {
    return each(
        key -> {
          key.remove("kid");
          key.remove("x5t");
        });
  }

  /** Every key is an elliptic-curve key under the id of the genuine one. */
  public static Fault ellipticKeys() {
    return each(
        key -> {
          ECKey other = ellipticKey();
          key.remove(List.of("n", "e", "x5c", "x5t"));
          key.put("kty", "EC")
              .put("crv", "P-256")
              .put("x", other.getX().toString())
              .put("y", other.getY().toString());
        });
  }

  /** Every key has private members, as if the private key had been published. */
  public static Fault privateMembers() {
    return each(key -> key.put("d", "AQAB").put("p", "AQAB").put("q", "AQAB"));
  }

  /** Before every key stands another one under the same id. */
  public static Fault duplicateKeyIds() {
    RSAKey other = rsaKey();
    return Fault.changed(
        body -> {
          ArrayNode keys = body.withArray("/keys");
          for (int i = keys.size() - 1; i >= 0; i--) {
            ObjectNode twin = keys.get(i).deepCopy();
            twin.put("n", other.getModulus().toString());
            twin.remove("x5c");
            keys.insert(i, twin);
          }
        });
  }

  /** This many keys stand before the genuine ones. */
  public static Fault huge(int keys) {
    RSAKey other = rsaKey();
    return Fault.changed(
        body -> {
          ArrayNode list = body.withArray("/keys");
          for (int i = 0; i < keys; i++) {
            list.insertObject(0)
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", "padding-" + i)
                .put("n", other.getModulus().toString())
                .put("e", "AQAB");
          }
        });
  }

  /** A key set without keys. */
  public static Fault empty() {
    return Fault.changed(body -> body.withArray("/keys").removeAll());
  }

  private static Fault each(Consumer<ObjectNode> change) {
    return Fault.changed(
        body -> {
          for (JsonNode key : body.path("keys")) {
            change.accept((ObjectNode) key);
          }
        });
  }

  private static RSAKey rsaKey() {
    try {
      return new RSAKeyGenerator(2048).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java has no RSA keys", e);
    }
  }

  private static ECKey ellipticKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java has no elliptic curves", e);
    }
  }
}
