package io.entrabroker.simulator.errors;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One occurrence of an error, with the ids that an operator would look up.
 *
 * @param error what went wrong
 * @param traceId GUID of this request
 * @param correlationId GUID that the client sent along, or a fresh one
 * @param at when it happened
 */
public record ErrorReport(AadstsError error, String traceId, String correlationId, Instant at) {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The moment in Entra's form: a space, no {@code T}. */
  public String timestamp() {
    return TIMESTAMP.format(at);
  }

  /** Number, sentence and ids in one line, separated by spaces as since 2023. */
  public String description() {
    return "%s: %s Trace ID: %s Correlation ID: %s Timestamp: %s"
        .formatted(error.label(), error.text(), traceId, correlationId, timestamp());
  }

  /**
   * The members of the JSON body at the token and discovery endpoints, in Entra's order.
   *
   * @param lookUpPage address of the page that explains codes
   */
  public Map<String, Object> body(String lookUpPage) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error.error());
    body.put("error_description", description());
    body.put("error_codes", List.of(error.code()));
    body.put("timestamp", timestamp());
    body.put("trace_id", traceId);
    body.put("correlation_id", correlationId);
    if (error.explained()) {
      body.put("error_uri", lookUpPage + "?code=" + error.code());
    }
    body.putAll(error.members());
    return body;
  }

  /**
   * The parameters that go back to the application when the error is redirected.
   *
   * @param lookUpPage address of the page that explains codes
   */
  public Map<String, String> redirectParameters(String lookUpPage) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", error.error());
    parameters.put("error_description", description());
    if (error.explained()) {
      parameters.put("error_uri", lookUpPage + "?code=" + error.code());
    }
    // In the browser Entra sends claims along, but the finer reason only from the token endpoint.
    error.members().forEach(parameters::put);
    parameters.remove(AadstsError.SUBERROR);
    return parameters;
  }
}
