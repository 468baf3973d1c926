package io.entrabroker.keycloak.idp;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.refresh.Refusal;
import io.entrabroker.signin.Entitlements;
import io.entrabroker.signin.Rejection;
import io.entrabroker.user.EntraUser;
import java.util.Optional;

/** What came of comparing a session with Entra. */
public sealed interface Renewed {

  /**
   * Entra sent tokens that are to be trusted.
   *
   * @param refreshToken the next refresh token; empty text if the old one stays
   * @param user who it is
   * @param entitlements what Entra gives them now
   */
  record Current(Secret refreshToken, EntraUser user, Entitlements entitlements)
      implements Renewed {
    @Override
    public String toString() {
      return "Current[***]";
    }
  }

  /** The person may not come in any more. */
  record NotAdmitted(Rejection rejection) implements Renewed {}

  /**
   * Entra refused.
   *
   * @param refusal what Entra says
   * @param retryAfter when it may be asked again; empty text if it did not say
   */
  record Refused(Refusal refusal, String retryAfter) implements Renewed {}

  /** Entra sent something that is not to be trusted. */
  record NotTrusted(Rejection rejection) implements Renewed {}

  /**
   * There was no answer, or nothing could be asked.
   *
   * @param why for the log
   * @param retryAfter when Entra may be asked again; empty text if it did not say
   */
  record NotAnswered(String why, String retryAfter) implements Renewed {}

  /** The next refresh token, if there is one. */
  default Optional<Secret> nextToken() {
    return this instanceof Current current && !current.refreshToken().reveal().isEmpty()
        ? Optional.of(current.refreshToken())
        : Optional.empty();
  }
}
