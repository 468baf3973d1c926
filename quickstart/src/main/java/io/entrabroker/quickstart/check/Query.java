package io.entrabroker.quickstart.check;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parameters in {@code application/x-www-form-urlencoded}. */
final class Query {
  private Query() {}

  static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static Map<String, String> ofQuery(URI address) {
    return decode(Optional.ofNullable(address.getRawQuery()).orElse(""));
  }

  static Map<String, String> ofFragment(URI address) {
    return decode(Optional.ofNullable(address.getRawFragment()).orElse(""));
  }

  private static Map<String, String> decode(String text) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Arrays.stream(text.split("&"))
        .filter(pair -> pair.contains("="))
        .map(pair -> pair.split("=", 2))
        .forEach(
            pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return parameters;
  }
}
