package io.entrabroker.graph;

import static io.entrabroker.groups.Samples.id;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrabroker.claims.GroupId;
import io.entrabroker.graph.GraphRequest.Method;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Microsoft Graph for one person, with its limits, permissions and pages; counts calls. Scripted
 * answers come before its own.
 */
final class FakeGraph implements GraphTransport, GraphTime {

  enum Permission {
    READ_MEMBERS,
    READ_DIRECTORY,
    READ_APPLICATIONS
  }

  static final String CLIENT_ID = "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001";
  private static final int MOST_IDS = 11_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  final Set<GroupId> groups = new TreeSet<>();
  final Set<GroupId> direct = new TreeSet<>();
  final Map<GroupId, String> names = new HashMap<>();
  final Map<GroupId, String> assigned = new HashMap<>();
  final Set<Permission> permissions = EnumSet.allOf(Permission.class);
  final Deque<Function<GraphRequest, GraphAnswer>> script = new ArrayDeque<>();
  final List<String> calls = new ArrayList<>();
  final List<GraphRequest> requests = new ArrayList<>();
  final List<Duration> timeouts = new ArrayList<>();
  final List<Duration> pauses = new ArrayList<>();
  int assignedPeople;
  Duration now = Duration.ofHours(7);
  Duration callTakes = Duration.ZERO;
  URI origin = URI.create("https://graph.microsoft.com");

  static GraphAnswer ok(String json) {
    return answer(200, "", json);
  }

  static GraphAnswer answer(int status, String retryAfter, String json) {
    return new GraphAnswer.Answered(status, retryAfter, json(json));
  }

  /**
   * A group in a list.
   *
   * @param name its name as JSON
   */
  static String group(int number, String name) {
    return "{\"id\":\"" + id(number) + "\",\"displayName\":" + name + "}";
  }

  void next(GraphAnswer... answers) {
    for (GraphAnswer answer : answers) {
      script.add(request -> answer);
    }
  }

  @Override
  public Duration elapsed() {
    return now;
  }

  @Override
  public void pause(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  @Override
  public GraphAnswer send(GraphRequest request, Duration timeout) {
    requests.add(request);
    timeouts.add(timeout);
    calls.add(call(request.target()));
    now = now.plus(callTakes);
    return script.isEmpty() ? own(request) : script.remove().apply(request);
  }

  private static String call(URI target) {
    String path = target.getPath().replaceFirst("/microsoft.graph.group$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private GraphAnswer own(GraphRequest request) {
    if (!request.target().toString().startsWith(origin + "/v1.0/")
        || !request.accessToken().reveal().equals("the token")) {
      return error(401, "InvalidAuthenticationToken");
    }
    return switch (call(request.target())) {
      case "checkMemberGroups" -> check(json(request.body()));
      case "getMemberGroups" ->
          permissions.contains(Permission.READ_MEMBERS)
              ? all(json(request.body()))
              : error(403, "Authorization_RequestDenied");
      case "getMemberObjects" -> all(json(request.body()));
      case "getByIds" -> byIds(json(request.body()));
      case "transitiveMemberOf" -> memberships(request, groups);
      case "memberOf" -> memberships(request, direct);
      case "appRoleAssignedTo" -> assignments(request);
      default -> error(404, "Request_ResourceNotFound");
    };
  }

  private GraphAnswer check(JsonNode body) {
    if (!permissions.contains(Permission.READ_MEMBERS)) {
      return error(403, "Authorization_RequestDenied");
    }
    if (body.path("groupIds").size() > 20) {
      return error(400, "Request_BadRequest");
    }
    List<String> found = new ArrayList<>();
    body.path("groupIds").forEach(id -> found.add(id.asText()));
    found.removeIf(id -> !groups.contains(GroupId.parse(id).orElseThrow()));
    return list(found.stream().map(FakeGraph::quoted).toList(), "");
  }

  private GraphAnswer all(JsonNode body) {
    if (!body.path("securityEnabledOnly").isBoolean()) {
      return error(400, "Request_BadRequest");
    }
    return groups.size() > MOST_IDS
        ? error(400, "Directory_ResultSizeLimitExceeded")
        : list(groups.stream().map(id -> quoted(id.toString())).toList(), "");
  }

  private GraphAnswer byIds(JsonNode body) {
    if (!permissions.contains(Permission.READ_DIRECTORY)) {
      return error(403, "Authorization_RequestDenied");
    }
    if (body.path("ids").size() > 1000 || !body.path("types").toString().equals("[\"group\"]")) {
      return error(400, "Request_BadRequest");
    }
    List<String> found = new ArrayList<>();
    for (JsonNode id : body.path("ids")) {
      GroupId group = GroupId.parse(id.asText()).orElseThrow();
      if (names.containsKey(group)) {
        found.add(group(group, true));
      }
    }
    return list(found, "");
  }

  private GraphAnswer memberships(GraphRequest request, Set<GroupId> of) {
    if (!"eventual".equals(request.headers().get("ConsistencyLevel"))
        || !request.target().getQuery().contains("$count=true")) {
      return error(400, "Request_UnsupportedQuery");
    }
    boolean named = request.target().getQuery().contains("displayName");
    return page(request, List.copyOf(of), id -> group(id, named));
  }

  private GraphAnswer assignments(GraphRequest request) {
    if (!permissions.contains(Permission.READ_APPLICATIONS)) {
      return error(403, "Authorization_RequestDenied");
    }
    if (!request.target().getPath().contains("(appId='" + CLIENT_ID + "')")) {
      return error(404, "Request_ResourceNotFound");
    }
    List<String> items =
        IntStream.range(0, assignedPeople)
            .mapToObj(i -> "{\"principalId\":\"p" + i + "\",\"principalType\":\"User\"}")
            .collect(Collectors.toList());
    assigned.forEach(
        (id, name) ->
            items.add(
                "{\"principalId\":\""
                    + id
                    + "\",\"principalType\":\"Group\""
                    + (name.isEmpty() ? "" : ",\"principalDisplayName\":" + quoted(name))
                    + "}"));
    return page(request, items, item -> item);
  }

  private <T> GraphAnswer page(GraphRequest request, List<T> items, Function<T, String> json) {
    String query = request.target().getQuery();
    int top = Integer.parseInt(query.replaceFirst(".*\\$top=(\\d+).*", "$1"));
    if (top > 999 || request.method() != Method.GET) {
      return error(400, "Request_BadRequest");
    }
    int from = query.contains("$skiptoken=") ? Integer.parseInt(query.replaceFirst(".*=", "")) : 0;
    int to = Math.min(from + top, items.size());
    String more = request.target().toString().replaceFirst("&\\$skiptoken=.*", "");
    return list(
        items.subList(from, to).stream().map(json).toList(),
        to == items.size() ? "" : more + "&$skiptoken=" + to);
  }

  private String group(GroupId id, boolean named) {
    String name =
        permissions.contains(Permission.READ_MEMBERS) && names.containsKey(id)
            ? quoted(names.get(id))
            : "null";
    return "{\"@odata.type\":\"#microsoft.graph.group\",\"id\":\""
        + id
        + "\""
        + (named ? ",\"displayName\":" + name : "")
        + "}";
  }

  private static GraphAnswer list(List<String> items, String next) {
    String link = next.isEmpty() ? "" : ",\"@odata.nextLink\":" + quoted(next);
    return ok("{\"value\":[" + String.join(",", items) + "]" + link + "}");
  }

  private static GraphAnswer error(int status, String code) {
    return answer(status, "", "{\"error\":{\"code\":\"" + code + "\"}}");
  }

  private static String quoted(String text) {
    return JSON.valueToTree(text).toString();
  }

  private static JsonNode json(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
