package io.entrabroker.keycloak.upstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrabroker.StrictJson;

/** What came of asking Microsoft. */
public sealed interface UpstreamAnswer {

  /**
   * There is an answer.
   *
   * @param status the HTTP status; a redirect is an answer like any other
   * @param retryAfter the header {@code Retry-After}; empty if there is none
   * @param body the body as text; empty if there is none
   * @param date the header {@code Date}; empty if there is none
   * @param location the header {@code Location}; empty if there is none
   */
  record Answered(int status, String retryAfter, String body, String date, String location)
      implements UpstreamAnswer {

    /** Nothing honest nests deeper. */
    private static final int DEEPEST = 64;

    private static final JsonMapper JSON = StrictJson.upToDepth(DEEPEST);

    /** An answer without the time. */
    public Answered(int status, String retryAfter, String body) {
      this(status, retryAfter, body, "", "");
    }

    /** The body as JSON; a missing node if it is none. */
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        return MissingNode.getInstance();
      }
    }

    /** Shows no body: it may be tokens or names. */
    @Override
    public String toString() {
      return "Answered[status=" + status + ", retryAfter=" + retryAfter + "]";
    }
  }

  /** There is none. */
  record NotAnswered(Cause cause) implements UpstreamAnswer {}

  /** Why there is no answer. */
  enum Cause {
    /** Nobody there, no trusted connection, or an answer that broke off. */
    UNREACHABLE,
    /** Not in time: the connection was closed. */
    TIMED_OUT,
    /** More than was asked for: reading stopped. */
    TOO_LARGE
  }
}
