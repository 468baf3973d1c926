package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.http.Context;

/** The shapes of requests. */
final class Requests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Requests() {}

  /** The body; a missing node if it is no JSON. */
  static JsonNode body(Context http) {
    try {
      return JSON.readTree(http.body());
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
