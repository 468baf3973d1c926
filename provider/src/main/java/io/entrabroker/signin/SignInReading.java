package io.entrabroker.signin;

import io.entrabroker.claims.EntraClaims;
import io.entrabroker.user.EntraUser;

/** What came of reading a sign-in. */
public sealed interface SignInReading {

  /**
   * A trusted token of a person of an admitted kind.
   *
   * @param user who it is
   * @param claims everything that the token says
   */
  record Accepted(EntraUser user, EntraClaims claims) implements SignInReading {}

  /** Everything else. */
  record Refused(Rejection rejection) implements SignInReading {}
}
