package io.entrabroker.operations.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.doctor.Diagnosis;
import io.entrabroker.doctor.SignInRequestChecks;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the catalog's server asks of the realm when somebody signs in. Source: OpenMetadata's {@code
 * AuthenticationCodeFlowHandler}.
 */
final class SignInRequestRules {

  // Shorter than any session that is worth having.
  private static final int SHORT_SECONDS = 3600;

  private SignInRequestRules() {}

  /**
   * @param request the address of the request; empty if it is not known
   * @param expected {@code authenticationConfiguration} as the realm would write it
   */
  static Stream<Diagnosis> look(String request, JsonNode expected) {
    String[] parts = request.split("\\?", 2);
    if (parts.length < 2) {
      return Stream.empty();
    }
    Map<String, String> asked = parameters(parts[1]);
    JsonNode client = expected.path("oidcConfiguration");
    String authority = expected.path("authority").asText();
    return Stream.of(
            unless(
                parts[0].equals(authority + "/protocol/openid-connect/auth"),
                SignInRequestChecks.OTHER_REQUEST.diagnosis("It goes to " + parts[0])),
            unless(
                asked.getOrDefault("client_id", "").equals(client.path("id").asText()),
                SignInRequestChecks.OTHER_REQUEST.diagnosis("client_id")),
            unless(
                asked.getOrDefault("redirect_uri", "").equals(client.path("callbackUrl").asText()),
                SignInRequestChecks.OTHER_REQUEST.diagnosis("redirect_uri")),
            unless(asked.containsKey("code_challenge"), SignInRequestChecks.NO_PKCE.diagnosis()),
            unless(
                asked.getOrDefault("prompt", "").isBlank(),
                SignInRequestChecks.ASKED_EVERY_TIME.diagnosis("prompt=" + asked.get("prompt"))),
            unless(
                !isShort(asked.getOrDefault("max_age", "")),
                SignInRequestChecks.ASKED_EVERY_TIME.diagnosis("max_age=" + asked.get("max_age"))))
        .flatMap(found -> found);
  }

  private static Stream<Diagnosis> unless(boolean isFine, Diagnosis diagnosis) {
    return isFine ? Stream.empty() : Stream.of(diagnosis);
  }

  /** Whether people who come back after so many seconds are sent to Microsoft again. */
  static boolean isShort(String seconds) {
    return seconds.matches("[0-9]{1,9}") && Integer.parseInt(seconds) < SHORT_SECONDS;
  }

  private static Map<String, String> parameters(String query) {
    return Arrays.stream(query.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> pair.length == 2 ? URLDecoder.decode(pair[1], UTF_8) : "",
                (first, second) -> first));
  }
}
