package io.entrabroker.user;

/**
 * What the realm knows of somebody who is linked already. Empty texts stand for what is not there.
 *
 * @param username the user's name in the realm
 * @param email the user's address in the realm
 * @param verification whether Keycloak holds the address for proven
 * @param catalogUsername the name in the catalog, once given
 * @param catalogEmail the address in the catalog, once given
 */
public record StoredPerson(
    String username,
    String email,
    Verification verification,
    String catalogUsername,
    String catalogEmail) {

  /** Keycloak's own state of an address. */
  public enum Verification {
    PROVEN,
    NOT_PROVEN
  }

  /** Whether Keycloak holds the address for proven. */
  public boolean isProven() {
    return verification == Verification.PROVEN;
  }

  /** Whether name and address in the catalog have been given. */
  public boolean hasCatalogIdentity() {
    return !catalogUsername.isEmpty() && !catalogEmail.isEmpty();
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "StoredPerson[***]";
  }
}
