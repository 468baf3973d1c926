package io.entrabroker.keycloak.current;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.keycloak.idp.PersonUpdate;
import io.entrabroker.keycloak.idp.Renewed;
import io.entrabroker.keycloak.refresh.KeptTokens;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** Carries out what follows from comparing a session with Entra. */
record Consequence(
    KeycloakSession session, NodeMemory memory, Attempt attempt, FollowedSession followed) {

  void of(Renewed renewed, Instant now) {
    if (renewed instanceof Renewed.Current current) {
      current(current, now);
    } else if (renewed instanceof Renewed.NotAdmitted) {
      end(Finding.SESSION_ENDED_NO_ACCESS, Optional.empty());
    } else if (renewed instanceof Renewed.Refused refused) {
      refused(refused, now);
    } else if (renewed instanceof Renewed.NotTrusted notTrusted) {
      // What cannot be trusted does not speak of the person: it neither keeps nor ends a session.
      memory.once(
          attempt,
          Finding.REFRESH_NOT_TRUSTED,
          now,
          () -> alert(Finding.REFRESH_NOT_TRUSTED, notTrusted.rejection().code()));
      postpone("", now);
    } else {
      Renewed.NotAnswered notAnswered = (Renewed.NotAnswered) renewed;
      unchanged(Optional.empty(), notAnswered.why(), notAnswered.retryAfter(), now);
      rest(notAnswered.retryAfter(), now);
    }
  }

  private void current(Renewed.Current current, Instant now) {
    IdentityProviderModel provider = session.identityProviders().getByAlias(attempt.alias());
    PersonUpdate.apply(session, provider, followed.user(), current);
    current.entitlements().unknown().ifPresent(reason -> unknown(reason, now));
    Secret next = current.nextToken().orElse(attempt.token());
    attempt
        .kept()
        .seal(session, session.getContext().getRealm(), next)
        .ifPresentOrElse(
            closed ->
                KeptTokens.of(session)
                    .renew(
                        followed.id(),
                        attempt.claim(),
                        closed,
                        attempt.schedule().next(followed.id(), now)),
            this::drop);
  }

  // The mappers join and leave nothing then; without a word nobody would know.
  private void unknown(GroupMembership.Reason reason, Instant now) {
    memory.once(
        attempt,
        Finding.MEMBERSHIP_UNKNOWN,
        now,
        () ->
            report()
                .finding(
                    Finding.MEMBERSHIP_UNKNOWN,
                    Optional.empty(),
                    Optional.empty(),
                    "Groups are unknown: " + reason + "."));
  }

  private void refused(Renewed.Refused refused, Instant now) {
    Optional<MicrosoftError> error = Optional.of(refused.refusal().error());
    switch (refused.refusal().verdict()) {
      case SESSION_OVER -> end(Finding.SESSION_ENDED, error);
      case SIGN_IN_AGAIN -> {
        followed.sendToEntra(attempt.alias());
        drop();
        report().finding(Finding.SIGN_IN_AGAIN, Optional.of(followed), error, "");
      }
      case STOP_REFRESHING -> {
        drop();
        report().finding(Finding.REFRESHING_STOPPED, Optional.of(followed), error, "");
      }
      case UNCHANGED -> {
        unchanged(error, "", refused.retryAfter(), now);
        if (refused.refusal().concernsEverybody()) {
          rest(refused.retryAfter(), now);
        }
      }
    }
  }

  private void end(Finding finding, Optional<MicrosoftError> error) {
    followed.end(session);
    // The listener to this event drops the token, in a transaction of its own.
    report().ended(finding, followed, error);
  }

  private void unchanged(
      Optional<MicrosoftError> error, String why, String retryAfter, Instant now) {
    memory.once(
        attempt,
        Finding.REFRESH_FAILED,
        now,
        () -> report().finding(Finding.REFRESH_FAILED, Optional.empty(), error, why));
    postpone(retryAfter, now);
  }

  // Shortly, whatever one session has been through: nobody's bad luck may hide the others.
  private void rest(String retryAfter, Instant now) {
    memory.rest(attempt, attempt.schedule().afterFailure(1, retryAfter, now));
  }

  private void postpone(String retryAfter, Instant now) {
    int failures = attempt.kept().failures() + 1;
    Instant due = attempt.schedule().afterFailure(failures, retryAfter, now);
    KeptTokens.of(session).postpone(followed.id(), attempt.claim(), failures, due);
  }

  private void alert(Finding finding, String detail) {
    report().finding(finding, Optional.of(followed), Optional.empty(), detail + ".");
  }

  private void drop() {
    KeptTokens.of(session).drop(followed.id(), attempt.claim());
  }

  private Report report() {
    return new Report(session, attempt.alias());
  }
}
