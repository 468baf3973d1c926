package io.entrabroker.simulator.graph;

import io.entrabroker.simulator.directory.DirectoryRole;
import io.entrabroker.simulator.directory.GraphObject;
import io.entrabroker.simulator.directory.Group;
import io.entrabroker.simulator.directory.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lists {@code memberOf} and {@code transitiveMemberOf}.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-list-transitivememberof">List a user's
 *     memberships (direct and transitive)</a>
 */
final class Memberships {

  private Memberships() {}

  /** Whether a segment names one of the lists. */
  static boolean isList(String segment) {
    return segment.equals("memberOf") || segment.equals("transitiveMemberOf");
  }

  /**
   * @param path the segments from the list's name on: perhaps a cast, perhaps {@code $count}
   */
  static GraphAnswer list(Subject subject, List<String> path, GraphRequest request) {
    Access.requireDirectory(subject.caller());
    Access.toMemberships(subject.caller(), subject.user());
    boolean onlyCount = path.get(path.size() - 1).equals("$count");
    List<String> cast = path.subList(1, onlyCount ? path.size() - 1 : path.size());
    if (cast.size() > 1) {
      throw GraphException.badRequest("Resource not found for the segment '" + cast.get(1) + "'.");
    }
    List<GraphObject> all = objects(subject, path.get(0));
    List<GraphObject> wanted = cast.stream().findFirst().map(type -> only(type, all)).orElse(all);
    return onlyCount
        ? count(wanted, request)
        : page(subject, cast.stream().findFirst(), wanted, request);
  }

  private static GraphAnswer count(List<GraphObject> wanted, GraphRequest request) {
    if (!request.eventuallyConsistent()) {
      throw GraphException.unsupportedQuery("$count needs the header ConsistencyLevel: eventual.");
    }
    return GraphAnswer.text(Integer.toString(wanted.size()));
  }

  private static GraphAnswer page(
      Subject subject, Optional<String> cast, List<GraphObject> wanted, GraphRequest request) {
    ListOptions options = ListOptions.of(request);
    ObjectViews views = new ObjectViews(subject.caller(), options);
    if (cast.isEmpty()) {
      return Page.of(options, "directoryObjects", wanted, views::typed);
    }
    options.requireAdvanced();
    String selected = options.select().map(names -> "(" + String.join(",", names) + ")").orElse("");
    return Page.of(options, setOf(cast.get()) + selected, wanted, views::plain);
  }

  private static List<GraphObject> objects(Subject subject, String list) {
    Tenant tenant = subject.caller().tenant();
    boolean transitive = list.equals("transitiveMemberOf");
    List<Group> groups =
        transitive ? tenant.allGroupsOf(subject.user()) : tenant.directGroupsOf(subject.user());
    List<DirectoryRole> roles =
        transitive ? tenant.allRolesOf(subject.user()) : tenant.directRolesOf(subject.user());
    return Stream.<GraphObject>concat(groups.stream(), roles.stream()).toList();
  }

  private static List<GraphObject> only(String type, List<GraphObject> all) {
    setOf(type);
    String name = type.substring(type.lastIndexOf('.') + 1);
    return all.stream().filter(object -> object.graphType().equals(name)).toList();
  }

  private static String setOf(String type) {
    return switch (type) {
      case "microsoft.graph.group" -> "groups";
      case "microsoft.graph.directoryRole" -> "directoryRoles";
      case "microsoft.graph.administrativeUnit" -> "administrativeUnits";
      default ->
          throw GraphException.unsupportedQuery(
              "The cast to '" + type + "' is not supported here.");
    };
  }
}
