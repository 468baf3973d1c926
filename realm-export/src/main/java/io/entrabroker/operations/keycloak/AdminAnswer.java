package io.entrabroker.operations.keycloak;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the admin REST API answered.
 *
 * @param status the HTTP status
 * @param location the {@code Location} header, empty if there is none
 * @param body the JSON body; a missing node if there is none
 */
public record AdminAnswer(int status, String location, JsonNode body) {
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Keycloak's explanation of a refusal, or an empty text. */
  public String errorMessage() {
    return body.path("errorMessage").asText(body.path("error").asText(""));
  }

  /** The id of what a {@code POST} created: the last part of {@link #location()}. */
  public String createdId() {
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
