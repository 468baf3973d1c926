package io.entrabroker.it.leaks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request or an answer of HTTP/1.1 as it went over the wire, its body put together.
 *
 * @param start the request line or status line; empty for bytes that are no HTTP
 * @param headers one line each, in their order
 * @param body without transfer and content coding
 */
record Message(String start, List<String> headers, byte[] body) {

  /** The value of the first header of that name. */
  Optional<String> header(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst();
  }

  /** Path and query of a request. */
  String target() {
    String[] parts = start.split(" ");
    return parts.length > 1 ? parts[1].replaceFirst("^https?://[^/]+", "") : "";
  }

  String method() {
    return start.split(" ")[0];
  }

  int status() {
    String[] parts = start.split(" ");
    return parts.length > 1 && parts[1].matches("\\d{3}") ? Integer.parseInt(parts[1]) : 0;
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Whether an answer to such a request has a body at all (RFC 9112, section 6.3). */
  static boolean bodiless(String method, int status) {
    return method.equals("HEAD") || status / 100 == 1 || status == 204 || status == 304;
  }

  /** Names only. */
  @Override
  public String toString() {
    return start.replaceFirst("\\?\\S*", "");
  }
}
