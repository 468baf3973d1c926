package io.entrabroker.refresh;

/** What becomes of a session when Entra does not answer a refresh with tokens. */
public enum RefreshVerdict {
  /** The account is disabled or gone, or its tokens were revoked: the session ends. */
  SESSION_OVER("The session ends."),
  /** Entra wants to see the person: the next request of the browser leads there. */
  SIGN_IN_AGAIN("The person is sent to Microsoft at the next request of the browser."),
  /** The refresh token has come of age: nothing is wrong, but nothing more is learned. */
  STOP_REFRESHING("The session goes on, and is not refreshed any more."),
  /** The answer says nothing about the person: the session stays, and somebody has to know. */
  UNCHANGED("Nothing changes; the log says so, and the next attempt follows.");

  private final String meaning;

  RefreshVerdict(String meaning) {
    this.meaning = meaning;
  }

  /** What becomes of the session, in a sentence. */
  public String meaning() {
    return meaning;
  }
}
