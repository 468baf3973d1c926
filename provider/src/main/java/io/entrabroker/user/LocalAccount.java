package io.entrabroker.user;

import java.util.Set;

/**
 * A user of the realm who has the address of somebody who comes for the first time.
 *
 * @param traits what is known of the user
 */
public record LocalAccount(Set<Trait> traits) {

  /** What decides whether a local account may be joined with an Entra account. */
  public enum Trait {
    /** The user may sign in. */
    ENABLED,
    /** Keycloak has seen the proof that the address is the user's. */
    EMAIL_VERIFIED,
    /** The user belongs to an Entra account already, by link or by attribute. */
    HAS_ENTRA_ACCOUNT,
    /**
     * The user administers the realm or the catalog: more than an address must stand between them
     * and others.
     */
    ADMINISTERS
  }

  public LocalAccount {
    traits = Set.copyOf(traits);
  }

  /**
   * Whether the two are one person beyond doubt. Never for a guest or a personal account, whose
   * address their own side decides over (the attack known as nOAuth).
   */
  public boolean mayBeLinkedTo(EntraUser user, ExistingAccount rule) {
    boolean addressIsTheirs =
        user.email() instanceof EmailReading.Found found && found.trust().isTrusted();
    return rule == ExistingAccount.LINK
        && user.kind() == AccountKind.MEMBER
        && addressIsTheirs
        && isBeyondDoubt();
  }

  /** Whether the account is its owner's alone, and nothing more than theirs. */
  public boolean isBeyondDoubt() {
    return traits.equals(Set.of(Trait.ENABLED, Trait.EMAIL_VERIFIED));
  }
}
