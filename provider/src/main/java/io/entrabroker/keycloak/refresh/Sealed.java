package io.entrabroker.keycloak.refresh;

/**
 * A sealed refresh token.
 *
 * @param keyId the id of the realm's key from which the seal was derived
 * @param text the sealed text
 */
public record Sealed(String keyId, String text) {
  @Override
  public String toString() {
    return "Sealed[***]";
  }
}
