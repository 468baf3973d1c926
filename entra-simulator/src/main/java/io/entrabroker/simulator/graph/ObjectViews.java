package io.entrabroker.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.directory.GraphObject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of an object a caller sees in a list.
 *
 * @see <a
 *     href="https://learn.microsoft.com/graph/permissions-overview#limited-information-returned-for-inaccessible-member-objects">Limited
 *     information returned for inaccessible member objects</a>
 */
final class ObjectViews {

  /** Members of the directory file that Graph does not have. */
  private static final Set<String> NOT_IN_GRAPH =
      Set.of("members", "homeTenantId", "emailDomainOwnerVerified", "appRoleAssignedTo");

  private final Caller caller;
  private final ListOptions options;

  ObjectViews(Caller caller, ListOptions options) {
    this.caller = caller;
    this.options = options;
  }

  /** An element of a list of several types: it names its type. */
  ObjectNode typed(GraphObject object) {
    ObjectNode view =
        GraphJson.object().put("@odata.type", "#microsoft.graph." + object.graphType());
    return view.setAll(plain(object));
  }

  /** An element of a list of one type. */
  ObjectNode plain(GraphObject object) {
    ObjectNode json = object.json().without(NOT_IN_GRAPH);
    List<String> names = options.select().orElseGet(() -> namesOf(json));
    boolean shown = Access.shows(caller, object);
    ObjectNode view = GraphJson.object();
    for (String name : names) {
      view.set(name, shown || name.equals("id") ? json.path(name) : hidden(json.path(name)));
    }
    names.stream().filter(name -> view.path(name).isMissingNode()).forEach(view::putNull);
    return view;
  }

  /** What Graph shows of a property that the caller may not read: null, or an empty list. */
  private static JsonNode hidden(JsonNode value) {
    return value.isArray() ? GraphJson.object().arrayNode() : GraphJson.object().nullNode();
  }

  private static List<String> namesOf(ObjectNode json) {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }
}
