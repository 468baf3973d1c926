package io.entrabroker.simulator.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Reads and writes the bodies of Graph's messages. */
final class GraphJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private GraphJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * The body of a POST.
   *
   * @throws GraphException 400 if it is no JSON object
   */
  static ObjectNode body(GraphRequest request) {
    try {
      if (MAPPER.readTree(request.body()) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException notJson) {
      // Told to the client below, like a body that is JSON of another kind.
    }
    throw new GraphException(400, "BadRequest", "Unable to read JSON request payload.");
  }

  static GraphAnswer answer(JsonNode body) {
    return GraphAnswer.json(200, body.toString());
  }

  /** An answer that lists texts, for example object ids. */
  static GraphAnswer texts(GraphRequest request, Collection<String> values) {
    ObjectNode body = object().put("@odata.context", request.context("Collection(Edm.String)"));
    values.forEach(body.putArray("value")::add);
    return answer(body);
  }

  static GraphAnswer error(int status, String code, String message, ErrorIds ids) {
    ObjectNode error = object().put("code", code).put("message", message);
    error
        .putObject("innerError")
        .put("date", ids.at().toString())
        .put("request-id", ids.requestId())
        .put("client-request-id", ids.clientRequestId());
    return GraphAnswer.json(status, object().set("error", error).toString());
  }

  /** A body that was written here, to be changed. */
  static ObjectNode parsed(String body) {
    try {
      return (ObjectNode) MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer of Graph is not JSON", e);
    }
  }

  /** What support asks for. */
  record ErrorIds(Instant at, String requestId, String clientRequestId) {

    static ErrorIds fresh(Clock clock) {
      String id = UUID.randomUUID().toString();
      return new ErrorIds(clock.instant(), id, id);
    }
  }
}
