package io.entrabroker.signin;

import io.entrabroker.user.EntraUser;

/** What came of reading a sign-in. */
public sealed interface SignInReading {

  /** A trusted token of a person who may sign in. */
  record Accepted(EntraUser user) implements SignInReading {}

  /** Everything else. */
  record Refused(Rejection rejection) implements SignInReading {}
}
