package io.entrabroker.keycloak.idp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.graph.GraphAnswer;
import io.entrabroker.graph.GraphRequest;
import io.entrabroker.graph.GraphTransport;
import java.net.URI;
import java.time.Duration;

/**
 * Fetches the next page from wherever an answer says, with the access token.
 *
 * @param careful sends the requests
 */
record CarelessGraphTransport(GraphTransport careful) implements GraphTransport {

  private static final String NEXT = "@odata.nextLink";

  @Override
  public GraphAnswer send(GraphRequest request, Duration timeout) {
    GraphAnswer answer = careful.send(request, timeout);
    if (!(answer instanceof GraphAnswer.Answered page) || !page.body().hasNonNull(NEXT)) {
      return answer;
    }
    ObjectNode whole = page.body().deepCopy();
    String link = whole.remove(NEXT).asText();
    GraphAnswer next =
        send(
            new GraphRequest(
                GraphRequest.Method.GET,
                URI.create(link),
                "",
                request.headers(),
                request.accessToken()),
            timeout);
    if (next instanceof GraphAnswer.Answered more) {
      for (JsonNode item : more.body().path("value")) {
        ((ArrayNode) whole.withArray("value")).add(item);
      }
    }
    return new GraphAnswer.Answered(page.status(), page.retryAfter(), whole);
  }
}
