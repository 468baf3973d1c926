package io.entrabroker.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lists of object ids in the bodies of requests. */
final class Ids {

  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private Ids() {}

  /**
   * The ids under a member.
   *
   * @throws GraphException 400 if the member is missing, too long, or has something else in it
   */
  static List<String> required(ObjectNode body, String member, int most) {
    JsonNode array = body.path(member);
    if (!array.isArray() || array.size() > most) {
      throw GraphException.badRequest(
          "Parameter %s must be a list of up to %d ids.".formatted(member, most));
    }
    List<String> ids = new ArrayList<>();
    for (JsonNode id : array) {
      if (!GUID.matcher(id.asText()).matches()) {
        throw GraphException.badRequest("Invalid GUID in " + member + ".");
      }
      ids.add(id.asText());
    }
    return ids;
  }
}
