package io.entrabroker.simulator.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.session.Proofs;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Demands as the JSON text that the token endpoint sends in {@code claims} and that clients hand on
 * to the authorization endpoint.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/claims-challenge">Claims
 *     challenges, claims requests, and client capabilities</a>
 */
public final class ClaimsChallenge {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POLICIES = "capolids";
  private static final String CONTEXTS = "acrs";

  private ClaimsChallenge() {}

  /** The challenge that demands these proofs of an access token. */
  public static String of(Proofs proofs) {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode token = root.putObject("access_token");
    if (!proofs.policies().isEmpty()) {
      ObjectNode claim = token.putObject(POLICIES).put("essential", true);
      proofs.policies().forEach(claim.putArray("values")::add);
    }
    for (String context : proofs.contexts()) {
      token.putObject(CONTEXTS).put("essential", true).put("value", context);
    }
    return root.toString();
  }

  /**
   * What the parameter {@code claims} demands, of either token; everything else in it, such as
   * client capabilities, is of no consequence here.
   *
   * @return empty if the text is no JSON object
   */
  public static Optional<Proofs> read(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      return root.isObject()
          ? Optional.of(new Proofs(values(root, POLICIES), values(root, CONTEXTS)))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static Set<String> values(JsonNode root, String claim) {
    Set<String> values = new LinkedHashSet<>();
    for (String token : List.of("access_token", "id_token")) {
      JsonNode wanted = root.path(token).path(claim);
      if (wanted.path("essential").asBoolean()) {
        wanted.path("values").forEach(value -> values.add(value.asText()));
        Optional.of(wanted.path("value").asText(""))
            .filter(v -> !v.isEmpty())
            .ifPresent(values::add);
      }
    }
    return values;
  }
}
