package io.entrabroker.preview;

import java.util.Set;

/**
 * A check that a preview has to pass. All of them stand always; no configuration can switch one
 * off. They are named so that a test can leave one out and show that an attack, which the guard
 * stops, then succeeds.
 */
public enum PreviewGuard {
  /** A link that was opened in one browser is of no use in another, nor is what comes of it. */
  BROWSER,
  /** A link, and an answer of Microsoft's, are good for one result. */
  ONCE,
  /** A link is good for five minutes, and an answer for ten more. */
  EXPIRY,
  /** A link and an answer are good at the provider for which they were asked. */
  PROVIDER;

  /** Every guard: what production uses. */
  public static final Set<PreviewGuard> ALL = Set.of(values());
}
