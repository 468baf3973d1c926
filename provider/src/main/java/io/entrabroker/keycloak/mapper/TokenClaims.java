package io.entrabroker.keycloak.mapper;

import io.entrabroker.claims.ClaimName;
import java.util.Map;
import java.util.function.BiConsumer;
import org.keycloak.representations.IDToken;

/**
 * A token's claims under their names, whether Keycloak's class keeps them in a field or in its map
 * of others. A claim may stand in both, so both are written.
 */
record TokenClaims(IDToken token) {

  private static final Map<String, BiConsumer<IDToken, Object>> FIELDS =
      Map.of(
          ClaimName.EMAIL, (token, value) -> token.setEmail((String) value),
          ClaimName.EMAIL_VERIFIED, (token, value) -> token.setEmailVerified((Boolean) value),
          ClaimName.PREFERRED_USERNAME,
              (token, value) -> token.setPreferredUsername((String) value),
          ClaimName.NAME, (token, value) -> token.setName((String) value),
          ClaimName.GIVEN_NAME, (token, value) -> token.setGivenName((String) value),
          ClaimName.FAMILY_NAME, (token, value) -> token.setFamilyName((String) value));

  void set(String name, Object value) {
    if (FIELDS.containsKey(name)) {
      FIELDS.get(name).accept(token, value);
    } else {
      token.getOtherClaims().put(name, value);
    }
  }

  void remove(String name) {
    if (FIELDS.containsKey(name)) {
      FIELDS.get(name).accept(token, null);
    }
    removeInAnyCase(name);
  }

  /** OpenMetadata reads claim names without regard to case. */
  void removeInAnyCase(String name) {
    token.getOtherClaims().keySet().removeIf(name::equalsIgnoreCase);
  }
}
