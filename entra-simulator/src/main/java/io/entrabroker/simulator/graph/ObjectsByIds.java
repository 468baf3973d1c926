package io.entrabroker.simulator.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code getByIds}: objects by their ids; an id that leads nowhere is left out.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/directoryobject-getbyids">Get directory
 *     objects from a list of ids</a>
 */
final class ObjectsByIds {

  private static final int MOST = 1_000;

  private ObjectsByIds() {}

  static GraphAnswer get(Caller caller, GraphRequest request) {
    Access.requireDirectory(caller);
    Access.toObjects(caller);
    ObjectNode asked = GraphJson.body(request);
    List<String> ids = Ids.required(asked, "ids", MOST);
    Set<String> types = new HashSet<>();
    asked.path("types").forEach(type -> types.add(type.asText().toLowerCase(Locale.ROOT)));
    // The whole object is answered, whatever $select says.
    GraphRequest everything = withoutQuery(request);
    ObjectViews views = new ObjectViews(caller, ListOptions.of(everything));
    ObjectNode body = GraphJson.object().put("@odata.context", request.context("directoryObjects"));
    ArrayNode value = body.putArray("value");
    ids.stream()
        .distinct()
        .flatMap(id -> caller.tenant().object(id).stream())
        .filter(object -> types.isEmpty() || wanted(types, object.graphType()))
        .map(views::typed)
        .forEach(value::add);
    return GraphJson.answer(body);
  }

  private static boolean wanted(Set<String> types, String type) {
    return types.contains("directoryobject") || types.contains(type.toLowerCase(Locale.ROOT));
  }

  private static GraphRequest withoutQuery(GraphRequest request) {
    return new GraphRequest(
        request.method(),
        request.path(),
        Map.of(),
        request.headers(),
        request.body(),
        request.host());
  }
}
