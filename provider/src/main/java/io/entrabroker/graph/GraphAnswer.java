package io.entrabroker.graph;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of a request to Microsoft Graph. */
public sealed interface GraphAnswer {

  /**
   * There is an answer.
   *
   * @param status the HTTP status
   * @param retryAfter the header {@code Retry-After}; empty if there is none
   * @param body the body; a missing node if it is no JSON
   */
  record Answered(int status, String retryAfter, JsonNode body) implements GraphAnswer {
    /** Shows no body: it has names in it. */
    @Override
    public String toString() {
      return "Answered[status=" + status + ", retryAfter=" + retryAfter + "]";
    }
  }

  /** There is none. */
  record NotAnswered(Cause cause) implements GraphAnswer {}

  /** Why there is no answer. */
  enum Cause {
    /** Nobody there, or an answer that broke off or grew too large. */
    UNREACHABLE,
    TIMED_OUT
  }
}
