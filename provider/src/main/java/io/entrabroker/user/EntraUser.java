package io.entrabroker.user;

/**
 * A person as the claims of one sign-in describe them.
 *
 * @param key who it is
 * @param subject the pairwise {@code sub}, under which Keycloak's own provider would have linked
 * @param sessionId the Entra session ({@code sid}), or empty
 * @param kind what kind of account it is
 * @param email the address, and whether it is to be believed
 * @param name what they are called
 * @param upn user principal name, or empty: for administrators to recognise, never to compare
 */
public record EntraUser(
    IdentityKey key,
    String subject,
    String sessionId,
    AccountKind kind,
    EmailReading email,
    PersonName name,
    String upn) {

  /** Shows ids only: the rest is personal. */
  @Override
  public String toString() {
    return "EntraUser[" + key + "]";
  }
}
