package io.entrabroker.signin;

import io.entrabroker.claims.EntraClaims;
import io.entrabroker.keys.KeyLookup;
import io.entrabroker.keys.KeySource;
import io.entrabroker.tenant.KeyIssuer;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a key that may do so has signed a token.
 *
 * @param keys the authority's signing keys
 * @param guards the checks to make
 */
record KeyTrust(KeySource keys, Set<Guard> guards) {

  /** The first objection to the signature or to the key that made it. */
  Optional<Rejection> objection(SignedToken token, EntraClaims claims, URI base) {
    KeyLookup lookup = token.keyId().isEmpty() ? new KeyLookup.Unknown() : keys.key(token.keyId());
    if (guards.contains(Guard.SIGNATURE) && lookup instanceof KeyLookup.Unreachable) {
      return Optional.of(Rejection.KEYS_UNREACHABLE);
    }
    boolean isSigned =
        lookup instanceof KeyLookup.Found found && token.isSignedBy(found.key().key());
    if (guards.contains(Guard.SIGNATURE) && !isSigned) {
      return Optional.of(Rejection.SIGNATURE);
    }
    boolean mayNotSign =
        lookup instanceof KeyLookup.Found found && !mayVouch(found.key().issuer(), claims, base);
    return guards.contains(Guard.KEY_ISSUER) && mayNotSign
        ? Optional.of(Rejection.KEY_ISSUER)
        : Optional.empty();
  }

  private static boolean mayVouch(String keyIssuer, EntraClaims claims, URI base) {
    return claims
        .tenant()
        .filter(tenant -> KeyIssuer.vouchesFor(keyIssuer, tenant, base))
        .isPresent();
  }
}
