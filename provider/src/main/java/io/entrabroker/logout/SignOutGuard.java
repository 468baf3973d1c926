package io.entrabroker.logout;

import java.util.Set;

/**
 * A check that something about signing out has to pass. All of them stand always; no configuration
 * can switch one off. They are named so that a test can leave one out and show that an attack,
 * which the guard stops, then succeeds.
 */
public enum SignOutGuard {
  /** A notice's issuer is one of a tenant that the policy admits. */
  ISSUER,
  /** A notice comes from the tenant whose token began the session. */
  TENANT,
  /** A notice ends sessions of the provider that it came to, and of no other. */
  ALIAS,
  /** A provider that is disabled or only for linking ends no session. */
  IN_USE,
  /** A browser comes back from a sign-out once. */
  ONCE,
  /** A browser goes only where the application has it registered when it comes back. */
  DESTINATION,
  /** Whoever asks for a sign-out has been shown the question, in the very session that it ends. */
  QUESTION;

  /** Every guard: what production uses. */
  public static final Set<SignOutGuard> ALL = Set.of(values());
}
