package io.entrabroker.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** JSON as the tests need it. */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** A document in which one text stands for another everywhere. */
  public static JsonNode replaced(JsonNode document, String from, String to) {
    return read(document.toString().replace(from, to));
  }

  public static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The claims of a token, which is not verified here. */
  public static JsonNode claims(String token) {
    return part(token, 1);
  }

  /** The header of a token. */
  public static JsonNode header(String token) {
    return part(token, 0);
  }

  private static JsonNode part(String token, int index) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[index]);
    return read(new String(json, StandardCharsets.UTF_8));
  }
}
