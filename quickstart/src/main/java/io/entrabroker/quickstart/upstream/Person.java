package io.entrabroker.quickstart.upstream;

import java.util.Locale;

/**
 * Somebody in the simulator's directory.
 *
 * @param id the object id
 * @param signInName the user principal name
 * @param displayName the name
 * @param mail the address, or empty
 * @param standing what the tenant thinks of them
 */
public record Person(
    String id, String signInName, String displayName, String mail, Standing standing) {
  /** What the tenant thinks of a person. */
  public enum Standing {
    MEMBER,
    GUEST,
    DISABLED
  }

  /** The catalog's username: the local part of the address. */
  public String username() {
    return mail.toLowerCase(Locale.ROOT).split("@", 2)[0];
  }

  /** What comes of their sign-in, in words. */
  public String outcome() {
    if (standing == Standing.DISABLED) {
      return "stopped on Microsoft's page: the account is disabled";
    }
    if (standing == Standing.GUEST) {
      return "refused by Keycloak: guests of the tenant are not admitted";
    }
    if (mail.isEmpty()) {
      return "refused by Keycloak: the account has no e-mail address";
    }
    return "in the catalog: " + username() + ", " + mail.toLowerCase(Locale.ROOT);
  }
}
