package io.entrabroker.diagnostics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.StrictJson;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Entra demands of a sign-in that would succeed: the {@code claims} of an error answer, taken
 * back to Entra as the {@code claims} parameter of the next authorization request.
 *
 * <p>It is written anew from what was understood of it, in the shape of OpenID Connect Core 5.5: a
 * challenge of any other shape is none. Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/claims-challenge">claims
 * challenges</a>.
 *
 * @param parameter the JSON text for the {@code claims} parameter; empty if nothing is demanded
 */
public record ClaimsChallenge(String parameter) {

  /** Nothing is demanded. */
  public static final ClaimsChallenge NONE = new ClaimsChallenge("");

  /** Characters. A challenge that names fifty policies has some 2,100. */
  private static final int LONGEST = 4096;

  private static final int DEEPEST = 5;
  private static final int MOST_VALUES = 50;
  private static final Set<String> TOKENS = Set.of("access_token", "id_token");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/-]{1,128}");
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.:/ +=-]{1,256}");

  // Conditional access policies, authentication contexts.
  private static final Set<String> POLICIES = Set.of("capolids", "polids", "acrs");

  private static final JsonMapper JSON = StrictJson.upToDepth(DEEPEST);

  /** Reads what the token endpoint sent. */
  public static ClaimsChallenge sentByMicrosoft(String text) {
    return written(read(text, NAME));
  }

  /**
   * Reads what a browser brought. Whoever holds the browser may have written it, so that only
   * policies are kept: they can make a sign-in harder, and nothing else.
   */
  public static ClaimsChallenge broughtByABrowser(String text) {
    return written(read(text, Pattern.compile(String.join("|", POLICIES))));
  }

  /** Whether anything is demanded. */
  public boolean isPresent() {
    return !parameter.isEmpty();
  }

  private static ClaimsChallenge written(ObjectNode understood) {
    return understood.isEmpty() ? NONE : new ClaimsChallenge(understood.toString());
  }

  private static ObjectNode read(String text, Pattern names) {
    ObjectNode understood = JsonNodeFactory.instance.objectNode();
    if (text.isEmpty() || text.length() > LONGEST) {
      return understood;
    }
    try {
      JsonNode all = JSON.readTree(text);
      for (String token : TOKENS.stream().sorted().toList()) {
        ObjectNode claims = claims(all.path(token), names);
        if (!claims.isEmpty()) {
          understood.set(token, claims);
        }
      }
      return understood;
    } catch (JsonProcessingException e) {
      return understood;
    }
  }

  private static ObjectNode claims(JsonNode all, Pattern names) {
    ObjectNode understood = JsonNodeFactory.instance.objectNode();
    all.properties()
        .forEach(
            claim -> {
              if (names.matcher(claim.getKey()).matches()) {
                understood.set(claim.getKey(), demand(claim.getValue()));
              }
            });
    return understood;
  }

  // OpenID Connect Core 5.5.1: null, or an object with essential, value and values.
  private static JsonNode demand(JsonNode written) {
    if (!written.isObject()) {
      return JsonNodeFactory.instance.nullNode();
    }
    ObjectNode demand = JsonNodeFactory.instance.objectNode();
    if (written.path("essential").isBoolean()) {
      demand.set("essential", written.get("essential"));
    }
    if (isValue(written.path("value"))) {
      demand.set("value", written.get("value"));
    }
    for (JsonNode value : written.path("values")) {
      if (isValue(value) && demand.withArray("values").size() < MOST_VALUES) {
        demand.withArray("values").add(value);
      }
    }
    return demand;
  }

  private static boolean isValue(JsonNode value) {
    return value.isTextual() && VALUE.matcher(value.textValue()).matches();
  }
}
