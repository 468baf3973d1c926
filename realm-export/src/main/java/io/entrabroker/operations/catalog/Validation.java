package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.operations.catalog.CatalogApi.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What OpenMetadata's own validator says.
 *
 * @param objections what it has against the settings; empty if nothing
 */
public record Validation(List<String> objections) {
  private static final Set<String> GOOD = Set.of("success", "warning");

  public Validation {
    objections = List.copyOf(objections);
  }

  /** Reads its answer; one that says neither yes nor no counts as no. */
  public static Validation of(Answer answer) {
    List<String> objections = new ArrayList<>();
    JsonNode body = answer.body();
    StreamSupport.stream(body.path("results").spliterator(), false)
        .filter(result -> !isGood(result.path("status").asText("success")))
        .forEach(
            result ->
                objections.add(
                    result.path("component").asText("?") + ": " + result.path("message").asText()));
    body.path("errors")
        .forEach(
            error ->
                objections.add(
                    error.path("field").asText("?") + ": " + error.path("error").asText()));
    boolean passed = answer.isSuccess() && isGood(body.path("status").asText());
    if (!passed && objections.isEmpty()) {
      objections.add(
          "status "
              + answer.status()
              + " "
              + body.path("status").asText()
              + " "
              + answer.message());
    }
    return new Validation(objections);
  }

  public boolean passed() {
    return objections.isEmpty();
  }

  private static boolean isGood(String status) {
    return GOOD.contains(status.toLowerCase(Locale.ROOT));
  }
}
