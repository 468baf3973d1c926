package io.entrabroker.keycloak.graph;

import io.entrabroker.graph.GraphAnswer;
import io.entrabroker.graph.GraphAnswer.Cause;
import io.entrabroker.graph.GraphRequest;
import io.entrabroker.graph.GraphRequest.Method;
import io.entrabroker.graph.GraphTransport;
import io.entrabroker.keycloak.upstream.Upstream;
import io.entrabroker.keycloak.upstream.UpstreamAnswer;
import io.entrabroker.keycloak.upstream.UpstreamRequest;
import java.time.Duration;
import java.util.Map;

/**
 * Sends requests to Microsoft Graph as every request to Microsoft is sent.
 *
 * @param upstream the way there
 */
public record KeycloakGraphTransport(Upstream upstream) implements GraphTransport {

  /** Bytes. A page of 999 groups has some 200,000, and 11,000 ids have some 430,000. */
  private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

  @Override
  public GraphAnswer send(GraphRequest request, Duration timeout) {
    UpstreamAnswer answer = upstream.send(prepared(request), timeout);
    if (answer instanceof UpstreamAnswer.Answered answered) {
      return new GraphAnswer.Answered(answered.status(), answered.retryAfter(), answered.json());
    }
    return new GraphAnswer.NotAnswered(
        ((UpstreamAnswer.NotAnswered) answer).cause() == UpstreamAnswer.Cause.TIMED_OUT
            ? Cause.TIMED_OUT
            : Cause.UNREACHABLE);
  }

  private static UpstreamRequest prepared(GraphRequest request) {
    UpstreamRequest prepared =
        request.method() == Method.GET
            ? UpstreamRequest.get(request.target())
            : UpstreamRequest.json(request.target(), request.body());
    return prepared
        .with(request.headers())
        .with(Map.of("Authorization", "Bearer " + request.accessToken().reveal()))
        .upTo(LARGEST_ANSWER);
  }
}
