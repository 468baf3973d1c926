package io.entrabroker.simulator.web;

import io.entrabroker.simulator.oauth.Parameters;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parameters as one line of text, percent-encoded like Entra: lower-case hex, plus for space. */
final class Query {

  private static final Pattern HEX = Pattern.compile("%[0-9A-F]{2}");

  private Query() {}

  static String write(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  static Parameters read(String line) {
    Map<String, List<String>> values = new HashMap<>();
    for (String pair : line.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values
            .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return Parameters.of(values);
  }

  private static String encoded(String text) {
    return HEX.matcher(URLEncoder.encode(text, StandardCharsets.UTF_8))
        .replaceAll(match -> match.group().toLowerCase(Locale.ROOT));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
