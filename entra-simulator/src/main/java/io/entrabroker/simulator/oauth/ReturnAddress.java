package io.entrabroker.simulator.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where an answer goes, and what the application wants back unchanged.
 *
 * @param redirectUri as the request sent it
 * @param mode how to get there
 * @param echo {@code state}, if the request had one
 */
public record ReturnAddress(String redirectUri, ResponseMode mode, Map<String, String> echo) {

  private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

  public ReturnAddress {
    echo = Map.copyOf(echo);
  }

  static ReturnAddress of(String redirectUri, ResponseMode mode, Parameters parameters) {
    // Entra strips markup from state before it echoes it.
    Map<String, String> echo = new LinkedHashMap<>();
    parameters
        .first("state")
        .ifPresent(state -> echo.put("state", MARKUP.matcher(state).replaceAll("")));
    return new ReturnAddress(redirectUri, mode, echo);
  }
}
