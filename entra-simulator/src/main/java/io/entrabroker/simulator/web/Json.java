package io.entrabroker.simulator.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;

/** Writes JSON answers as the login host does. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static void write(Context ctx, Object body) {
    try {
      ctx.result(MAPPER.writeValueAsString(body));
      ctx.contentType("application/json; charset=utf-8");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The answer could not be written as JSON", e);
    }
  }
}
