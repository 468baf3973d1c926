package io.entrabroker.keycloak.current;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.keycloak.refusal.Findings;
import io.entrabroker.keycloak.refusal.Refusals;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/** Says what became of a session: one event and one log line. */
record Report(KeycloakSession session, String alias) {

  /** The session was ended. */
  void ended(Finding finding, FollowedSession followed, Optional<MicrosoftError> error) {
    EventBuilder event = event(EventType.LOGOUT, Optional.of(followed));
    event.detail(Details.REASON, finding.code());
    write(event, finding, error.map(Report::words).orElse(""), error);
  }

  /** Something else. */
  void finding(Finding finding, Optional<FollowedSession> followed) {
    finding(finding, followed, Optional.empty(), "");
  }

  /**
   * Something else.
   *
   * @param detail further sentences; must name nobody and reveal nothing
   */
  void finding(
      Finding finding,
      Optional<FollowedSession> followed,
      Optional<MicrosoftError> error,
      String detail) {
    String words = error.map(Report::words).orElse("") + detail;
    write(event(EventType.IDENTITY_PROVIDER_LOGIN, followed), finding, words, error);
  }

  private EventBuilder event(EventType type, Optional<FollowedSession> followed) {
    EventBuilder event =
        new EventBuilder(session.getContext().getRealm(), session)
            .event(type)
            .detail(Details.IDENTITY_PROVIDER, alias);
    followed.ifPresent(one -> event.user(one.user()).session(one.id()));
    return event;
  }

  private void write(
      EventBuilder event, Finding finding, String words, Optional<MicrosoftError> error) {
    event.detail(Refusals.FINDING, finding.code());
    error.ifPresent(
        one -> {
          event.detail(Refusals.MICROSOFT_ERROR, one.code());
          if (!one.correlationId().isEmpty()) {
            event.detail(Refusals.CORRELATION_ID, one.correlationId());
          }
        });
    event.success();
    Findings.note(session, finding, "Provider " + alias + ". " + words);
  }

  private static String words(MicrosoftError error) {
    return "Microsoft says "
        + error.code()
        + (error.correlationId().isEmpty() ? "" : ", correlation id " + error.correlationId())
        + ". ";
  }
}
