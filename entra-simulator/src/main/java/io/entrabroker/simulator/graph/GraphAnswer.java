package io.entrabroker.simulator.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of Microsoft Graph.
 *
 * @param status the HTTP status
 * @param headers by name
 * @param body the text of the body
 */
public record GraphAnswer(int status, Map<String, String> headers, String body) {

  private static final String JSON =
      "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;"
          + "charset=utf-8";

  public GraphAnswer {
    headers = Map.copyOf(headers);
  }

  static GraphAnswer json(int status, String body) {
    return new GraphAnswer(status, Map.of("Content-Type", JSON), body);
  }

  static GraphAnswer noContent() {
    return new GraphAnswer(204, Map.of(), "");
  }

  static GraphAnswer text(String body) {
    return new GraphAnswer(200, Map.of("Content-Type", "text/plain"), body);
  }

  GraphAnswer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new GraphAnswer(status, more, body);
  }

  GraphAnswer withBody(String otherBody) {
    return new GraphAnswer(status, headers, otherBody);
  }

  /** Never shows the body: it may be about people. */
  @Override
  public String toString() {
    return "GraphAnswer[" + status + "]";
  }
}
