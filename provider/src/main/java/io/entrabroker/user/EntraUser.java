package io.entrabroker.user;

/**
 * A person as the claims describe them, with everything that a first sign-in needs.
 *
 * @param key who it is
 * @param subject the pairwise {@code sub}, under which Keycloak's own provider would have linked
 * @param sessionId the Entra session ({@code sid}), or empty
 * @param username the name in the catalog: the local part of the e-mail address, lower case
 * @param email the address, lower case
 * @param givenName given name; the display name if there is neither given nor family name; or empty
 * @param familyName family name, or empty
 * @param upn user principal name, or empty: for administrators to recognise, never to compare
 */
public record EntraUser(
    IdentityKey key,
    String subject,
    String sessionId,
    String username,
    String email,
    String givenName,
    String familyName,
    String upn) {

  /** Shows ids only: the rest is personal. */
  @Override
  public String toString() {
    return "EntraUser[" + key + "]";
  }
}
