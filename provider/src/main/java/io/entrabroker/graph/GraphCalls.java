package io.entrabroker.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.Outcome;
import io.entrabroker.graph.GraphAnswer.Answered;
import io.entrabroker.graph.GraphAnswer.Cause;
import io.entrabroker.graph.GraphAnswer.NotAnswered;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The calls for one question, within one time limit. A call that Microsoft Graph turns away for the
 * moment is made once more, after the wait that it asks for.
 *
 * <p>Source: <a href="https://learn.microsoft.com/graph/throttling">Microsoft Graph throttling
 * guidance</a>.
 */
final class GraphCalls {

  private static final String OVERFLOW = "Directory_ResultSizeLimitExceeded";
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private final GraphTransport transport;
  private final GraphTime time;
  private final GraphLimits limits;
  private final Duration end;

  /** The time limit runs from now. */
  GraphCalls(GraphTransport transport, GraphTime time, GraphLimits limits) {
    this.transport = transport;
    this.time = time;
    this.limits = limits;
    this.end = time.elapsed().plus(limits.total());
  }

  /** How many pages of a list may be read. */
  int pages() {
    return limits.pages();
  }

  /** Sends a request; the body of an answer with status 200, or why there is none. */
  Outcome<JsonNode, GraphFailure> send(GraphRequest request) {
    GraphAnswer first = attempt(request);
    Optional<Duration> wait = waitAfter(first).filter(this::isAffordable);
    if (wait.isEmpty()) {
      return outcome(first);
    }
    time.pause(wait.get());
    return outcome(attempt(request));
  }

  private GraphAnswer attempt(GraphRequest request) {
    Duration left = left();
    if (left.isZero() || left.isNegative()) {
      return new NotAnswered(Cause.TIMED_OUT);
    }
    return transport.send(request, Collections.min(List.of(left, limits.call())));
  }

  // Empty: there is no use in a second attempt, or (a Retry-After that is a date) no telling when.
  private Optional<Duration> waitAfter(GraphAnswer answer) {
    if (!(answer instanceof Answered answered) || !isTemporary(answered.status())) {
      return Optional.empty();
    }
    String seconds = answered.retryAfter().strip();
    if (seconds.isEmpty()) {
      return Optional.of(limits.defaultWait());
    }
    return SECONDS.matcher(seconds).matches()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
        : Optional.empty();
  }

  private boolean isAffordable(Duration wait) {
    return wait.compareTo(limits.longestWait()) <= 0 && wait.compareTo(left()) < 0;
  }

  private Duration left() {
    return end.minus(time.elapsed());
  }

  private static boolean isTemporary(int status) {
    return status == 429 || status >= 500;
  }

  private static Outcome<JsonNode, GraphFailure> outcome(GraphAnswer answer) {
    if (answer instanceof Answered answered) {
      return answered.status() == 200
          ? Outcome.found(answered.body())
          : Outcome.failed(failure(answered));
    }
    return Outcome.failed(
        ((NotAnswered) answer).cause() == Cause.TIMED_OUT
            ? GraphFailure.TOO_SLOW
            : GraphFailure.DOWN);
  }

  private static GraphFailure failure(Answered answer) {
    if (answer.status() >= 500) {
      return GraphFailure.DOWN;
    }
    return switch (answer.status()) {
      case 400 ->
          OVERFLOW.equals(answer.body().path("error").path("code").asText())
              ? GraphFailure.RESULT_TOO_LARGE
              : GraphFailure.BAD_REQUEST;
      case 401 -> GraphFailure.TOKEN_REFUSED;
      case 403 -> GraphFailure.FORBIDDEN;
      case 404 -> GraphFailure.NOT_FOUND;
      case 429 -> GraphFailure.THROTTLED;
      default -> GraphFailure.ODD_ANSWER;
    };
  }
}
