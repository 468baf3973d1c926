package io.entrabroker.samplecatalog.rules;

/** What happens to a person the catalog does not know yet. */
public enum SelfSignup {
  /** The first request creates the user: one step less than OpenMetadata, for tests and checks. */
  AUTOMATIC,
  /**
   * As OpenMetadata does it: 404, then the browser creates the user with the person's own token.
   */
  BY_REQUEST,
  /** {@code enableSelfSignup=false}: 404, and creating is forbidden. */
  OFF
}
