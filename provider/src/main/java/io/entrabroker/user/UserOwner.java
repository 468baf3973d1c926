package io.entrabroker.user;

/**
 * The Entra account that a user of the realm says they belong to.
 *
 * @param account {@code tid:oid}; empty if the user belongs to none
 */
public record UserOwner(String account) {

  /**
   * Whether the user is somebody else's than this account's. Then nothing but an administrator's
   * own link joins the two.
   */
  public boolean isAnotherThan(IdentityKey person) {
    return !account.isEmpty() && !account.equals(person.toString());
  }
}
