package io.entrabroker.keycloak.refusal;

import io.entrabroker.diagnostics.Finding;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.signin.Page;
import io.entrabroker.signin.Rejection;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPage;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Refuses a sign-in: one page, one event and one log line, tied together by the id of the incident.
 *
 * <p>None of the three carries a token, a secret, an e-mail address or a name.
 */
public final class Refusals {

  /** The event detail that holds the incident's id. */
  public static final String INCIDENT = "incident";

  /** The event detail that holds Microsoft's error code. */
  public static final String MICROSOFT_ERROR = "microsoft_error";

  /** The event detail that holds the id for Entra's sign-in log. */
  public static final String CORRELATION_ID = "microsoft_correlation_id";

  /** The event detail that holds the id for Microsoft's support. */
  public static final String TRACE_ID = "microsoft_trace_id";

  /** The event detail that holds the finer reason beside Microsoft's error. */
  public static final String SUB_ERROR = "microsoft_suberror";

  /** The event detail that says what Microsoft's error means, who can mend it, and how. */
  public static final String EXPLANATION = "explanation";

  /** The event detail that holds the codes of findings. */
  public static final String FINDING = "finding";

  private static final Logger LOG = Logger.getLogger("io.entrabroker");
  private static final int ID_LENGTH = 10;

  private final KeycloakSession session;
  private final EventBuilder event;
  private final String alias;
  private final String incident;
  private final EventType what;
  private final String error;

  /**
   * Refusals of one request to sign in.
   *
   * @param session the request's session
   * @param event the request's event
   * @param alias the identity provider's alias
   */
  public Refusals(KeycloakSession session, EventBuilder event, String alias) {
    this(
        session,
        event,
        alias,
        EventType.IDENTITY_PROVIDER_LOGIN,
        Errors.IDENTITY_PROVIDER_LOGIN_FAILURE);
  }

  private Refusals(
      KeycloakSession session, EventBuilder event, String alias, EventType what, String error) {
    this.session = session;
    this.event = event;
    this.alias = alias;
    this.what = what;
    this.error = error;
    this.incident = SecretGenerator.getInstance().randomString(ID_LENGTH, SecretGenerator.UPPER);
  }

  /** Refusals of one request that belongs to signing out. */
  public static Refusals ofSignOut(KeycloakSession session, EventBuilder event, String alias) {
    return new Refusals(session, event, alias, EventType.LOGOUT, Errors.LOGOUT_FAILED);
  }

  /**
   * Marks the event in advance, for checks of Keycloak's own that write it themselves; {@link
   * #nothingWasRefused} takes the marks off.
   */
  public void inCaseOf(Rejection rejection) {
    event
        .detail(Details.IDENTITY_PROVIDER, alias)
        .detail(Details.REASON, rejection.code())
        .detail(INCIDENT, incident);
  }

  /** Takes the marks of {@link #inCaseOf} off the event. */
  public void nothingWasRefused() {
    event.removeDetail(Details.REASON).removeDetail(INCIDENT);
  }

  /** Refuses, and says nothing beyond the rejection. */
  public Response refuse(Rejection rejection) {
    return refuse(rejection, "");
  }

  /**
   * Refuses.
   *
   * @param detail further sentences for the log; must name nobody and reveal nothing
   */
  public Response refuse(Rejection rejection, String detail) {
    report(rejection, detail);
    return page(rejection.page(), incident);
  }

  /** Refuses because of an error answer of Microsoft. */
  public Response refuse(Rejection rejection, MicrosoftError error) {
    report(rejection, error);
    return page(Page.after(error), incident, error.reference());
  }

  /** Writes event and log line for an error of Microsoft; the caller shows the page. */
  public void report(Rejection rejection, MicrosoftError error) {
    mark(error);
    report(rejection, said(error));
  }

  /** Writes event and log line; the caller shows the page. */
  public void report(Rejection rejection, String detail) {
    if (!isErrorAlready()) {
      inCaseOf(rejection);
      event.event(what).error(error);
    }
    LOG.warnf(
        "%s incident=%s realm=%s provider=%s: %s %s %s",
        rejection.code(),
        incident,
        session.getContext().getRealm().getName(),
        alias,
        rejection.whatHappened(),
        rejection.whatToDo(),
        detail);
  }

  /** Writes our log line for the event, if a check of Keycloak's own has written it as an error. */
  public void reportIfKeycloakRefused(Rejection rejection) {
    if (isErrorAlready()) {
      report(rejection, "");
    }
  }

  /** Marks the event, which Keycloak writes, and writes a log line for a second try. */
  public void sendingBack(MicrosoftError error) {
    mark(error);
    event.detail(FINDING, Finding.SENT_BACK.code());
    LOG.infof(
        "%s realm=%s provider=%s: %s %s",
        Finding.SENT_BACK.code(),
        session.getContext().getRealm().getName(),
        alias,
        Finding.SENT_BACK.whatWasFound(),
        said(error));
  }

  /**
   * Notes something that does not stop the sign-in, as an event of its own: the sign-in's event is
   * written elsewhere, and later.
   *
   * @param detail further sentences for the log; must name nobody and reveal nothing
   */
  public void note(Finding finding, String detail) {
    event
        .clone()
        .event(EventType.IDENTITY_PROVIDER_LOGIN)
        .detail(Details.IDENTITY_PROVIDER, alias)
        .detail(FINDING, finding.code())
        .success();
    Findings.note(session, finding, detail);
  }

  /**
   * Writes that a preview was shown, as an event of its own kind: nobody signed in.
   *
   * @param verdict the code of the refusal with which a sign-in would have ended, or a word
   */
  public void previewed(String verdict) {
    event
        .event(EventType.IDENTITY_PROVIDER_LOGIN)
        .detail(Details.IDENTITY_PROVIDER, alias)
        .detail(FINDING, Finding.PREVIEWED.code())
        .detail(Details.REASON, verdict)
        .success();
    Findings.mention(session, Finding.PREVIEWED, "It would have been: " + verdict + ".");
  }

  private boolean isErrorAlready() {
    EventType type = event.getEvent().getType();
    return type != null && type.name().endsWith("_ERROR");
  }

  private void mark(MicrosoftError error) {
    event.detail(MICROSOFT_ERROR, error.code()).detail(EXPLANATION, error.explanation());
    detail(SUB_ERROR, error.subError().text());
    detail(CORRELATION_ID, error.ids().correlation());
    detail(TRACE_ID, error.ids().trace());
  }

  private void detail(String name, String value) {
    if (!value.isEmpty()) {
      event.detail(name, value);
    }
  }

  private static String said(MicrosoftError error) {
    String subError = error.subError().text();
    String correlation = error.ids().correlation();
    return "Microsoft says "
        + error.code()
        + (subError.isEmpty() ? "" : " (" + subError + ")")
        + (correlation.isEmpty() ? "" : ", correlation id " + correlation)
        + ". "
        + error.explanation();
  }

  private Response page(Page page, Object... parameters) {
    AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
    return ErrorPage.error(
        session,
        authSession,
        Response.Status.fromStatusCode(page.status()),
        page.messageKey(),
        parameters);
  }
}
