package io.entrabroker.keycloak.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request to Microsoft.
 *
 * @param target where it goes
 * @param body what is posted; without one the request is a GET
 * @param headers further headers, by name
 * @param largestAnswer bytes, after decompression, that are read at most
 */
public record UpstreamRequest(
    URI target, Body body, Map<String, String> headers, int largestAnswer) {

  /** The usual bound of an answer: 256 KB. A token response with 200 groups has some 20. */
  public static final int USUAL_ANSWER = 256 * 1024;

  public UpstreamRequest {
    headers = Map.copyOf(headers);
  }

  /** What is posted. */
  public sealed interface Body {

    /** Nothing: the request is a GET. */
    record None() implements Body {}

    /**
     * Something.
     *
     * @param contentType its media type
     * @param text its content, sent as UTF-8
     */
    record Content(String contentType, String text) implements Body {
      /** Shows no content: it may be a credential. */
      @Override
      public String toString() {
        return contentType;
      }
    }
  }

  /** Asks for something. */
  public static UpstreamRequest get(URI target) {
    return new UpstreamRequest(target, new Body.None(), Map.of(), USUAL_ANSWER);
  }

  /** Posts a form ({@code application/x-www-form-urlencoded}). */
  public static UpstreamRequest form(URI target, Map<String, String> fields) {
    String text =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return post(target, "application/x-www-form-urlencoded", text);
  }

  /** Posts JSON. */
  public static UpstreamRequest json(URI target, String json) {
    return post(target, "application/json; charset=UTF-8", json);
  }

  /** The same request with further headers. */
  public UpstreamRequest with(Map<String, String> further) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(further);
    return new UpstreamRequest(target, body, all, largestAnswer);
  }

  /** The same request with another bound for its answer, in bytes. */
  public UpstreamRequest upTo(int bytes) {
    return new UpstreamRequest(target, body, headers, bytes);
  }

  /** Shows no values: they may be credentials. */
  @Override
  public String toString() {
    return "UpstreamRequest[" + target.getRawPath() + ", headers=" + headers.keySet() + "]";
  }

  private static UpstreamRequest post(URI target, String contentType, String text) {
    return new UpstreamRequest(target, new Body.Content(contentType, text), Map.of(), USUAL_ANSWER);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
