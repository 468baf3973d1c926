package io.entrabroker.graph;

import io.entrabroker.groups.GroupMembership.Reason;

/**
 * Why a question has no answer.
 *
 * <p>Source: <a href="https://learn.microsoft.com/graph/errors">Microsoft Graph error
 * responses</a>.
 */
enum GraphFailure {
  DOWN(Reason.GRAPH_DOWN),
  THROTTLED(Reason.THROTTLED),
  TOO_SLOW(Reason.TOO_SLOW),
  /** 401: no call with this token will do. */
  TOKEN_REFUSED(Reason.NO_PERMISSION),
  /** 403: this call needs a permission that another call may not need. */
  FORBIDDEN(Reason.NO_PERMISSION),
  NOT_FOUND(Reason.ODD_ANSWER),
  BAD_REQUEST(Reason.ODD_ANSWER),
  /** 400 {@code Directory_ResultSizeLimitExceeded}: more than 11,000 groups. */
  RESULT_TOO_LARGE(Reason.TOO_MANY_GROUPS),
  TOO_MANY_PAGES(Reason.TOO_MANY_GROUPS),
  ODD_ANSWER(Reason.ODD_ANSWER),
  ASSIGNMENTS_UNREADABLE(Reason.ASSIGNMENTS_UNREADABLE);

  private final Reason reason;

  GraphFailure(Reason reason) {
    this.reason = reason;
  }

  /** What it means for membership. */
  Reason reason() {
    return reason;
  }

  /** Whether it is about the kind of question, so that another way of asking may lead on. */
  boolean concernsTheQuestion() {
    return this == FORBIDDEN
        || this == NOT_FOUND
        || this == BAD_REQUEST
        || this == RESULT_TOO_LARGE;
  }

  /** The same where the assignments were asked for. */
  GraphFailure ofAssignments() {
    return concernsTheQuestion() || this == TOO_MANY_PAGES || this == ODD_ANSWER
        ? ASSIGNMENTS_UNREADABLE
        : this;
  }
}
