package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Texts in addresses and lists. */
final class Texts {
  private Texts() {}

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * An address that a browser could open.
   *
   * @param whose what is to be said if it is none: {@code The catalog's sign-in leads to}
   * @throws CatalogProblem if it is none
   */
  static URI address(String whose, String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() != null && ("" + address.getScheme()).matches("(?i)https?")) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    // What follows the question mark may be long, and nobody's business.
    throw new CatalogProblem(
        whose + " '" + text.replaceAll("\\?.*", "") + "', which is no address to open.");
  }

  /**
   * The parameters of a query; the first of a name counts.
   *
   * @throws CatalogProblem if a percent sign in it stands for nothing
   */
  static Map<String, String> query(String rawQuery) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new CatalogProblem("A percent sign in an address stands for nothing: '" + text + "'.");
    }
  }

  static List<String> of(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** What a member of every element says. */
  static List<String> of(JsonNode list, String member) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(element -> element.path(member).asText())
        .toList();
  }
}
