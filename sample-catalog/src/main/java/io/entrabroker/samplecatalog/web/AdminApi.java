package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.samplecatalog.rules.CatalogUser;
import io.entrabroker.samplecatalog.rules.CatalogUser.Standing;
import io.entrabroker.samplecatalog.rules.CatalogUsers;
import io.entrabroker.samplecatalog.web.Organisation.Team;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Users, teams and roles as an administrator sees and changes them. */
final class AdminApi {
  private final Callers callers;
  private final CatalogUsers users;
  private final Organisation organisation;
  private final UserJson json;

  AdminApi(Callers callers, CatalogCore core, Organisation organisation, UserJson json) {
    this.callers = callers;
    this.users = core.users();
    this.organisation = organisation;
    this.json = json;
  }

  /** {@code GET /api/v1/users}, with {@code isBot} and {@code isAdmin}. */
  void users(Context http) {
    callers.asAdministrator(
        http,
        who ->
            Listing.answer(
                http,
                users.all().stream()
                    .filter(user -> fits(http, "isBot", user.isBot()))
                    .filter(user -> fits(http, "isAdmin", user.isAdmin()))
                    .toList(),
                json::of));
  }

  private static boolean fits(Context http, String parameter, boolean is) {
    String asked = http.queryParam(parameter);
    return asked == null || Boolean.parseBoolean(asked) == is;
  }

  /** {@code GET /api/v1/users/{id}}. */
  void user(Context http) {
    callers.asAdministrator(
        http,
        who ->
            byId(http)
                .ifPresentOrElse(
                    user -> Answers.json(http, 200, json.of(user)), () -> unknown(http, "user")));
  }

  /** {@code PATCH /api/v1/users/{id}}: a JSON patch of teams, roles and isAdmin. */
  void patchUser(Context http) {
    callers.asAdministrator(
        http,
        who -> byId(http).ifPresentOrElse(user -> patch(http, user), () -> unknown(http, "user")));
  }

  private void patch(Context http, CatalogUser user) {
    JsonNode wanted;
    try {
      wanted = JsonPatch.applied(Requests.body(http), json.of(user));
    } catch (IllegalArgumentException doesNotFit) {
      Answers.error(http, 400, String.valueOf(doesNotFit.getMessage()));
      return;
    }
    Standing standing =
        wanted.path("isAdmin").asBoolean() ? Standing.ADMINISTRATOR : Standing.MEMBER;
    users
        .change(
            user.name(),
            before ->
                before.arranged(names(wanted.path("teams")), names(wanted.path("roles")), standing))
        .ifPresent(changed -> Answers.json(http, 200, json.of(changed)));
  }

  private List<String> names(JsonNode references) {
    Map<UUID, String> known = organisation.names();
    return StreamSupport.stream(references.spliterator(), false)
        .map(reference -> known.getOrDefault(id(reference.path("id").asText()), ""))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      return new UUID(0, 0);
    }
  }

  private Optional<CatalogUser> byId(Context http) {
    UUID id = id(http.pathParam("id"));
    return users.all().stream().filter(user -> user.id().equals(id)).findFirst();
  }

  /** {@code GET /api/v1/teams}. */
  void teams(Context http) {
    callers.asAdministrator(
        http, who -> Listing.answer(http, List.copyOf(organisation.teams()), this::team));
  }

  /** {@code GET /api/v1/teams/name/{name}}. */
  void team(Context http) {
    callers.asAdministrator(
        http,
        who ->
            organisation
                .team(http.pathParam("name"))
                .ifPresentOrElse(
                    team -> Answers.json(http, 200, team(team)), () -> unknown(http, "team")));
  }

  /** {@code POST /api/v1/teams} with name, displayName and teamType. */
  void createTeam(Context http, Runnable whenCreated) {
    callers.asAdministrator(http, who -> createTeam(http, Requests.body(http), whenCreated));
  }

  private void createTeam(Context http, JsonNode asked, Runnable whenCreated) {
    String name = asked.path("name").asText("");
    Team team =
        new Team(
            name, asked.path("displayName").asText(""), asked.path("teamType").asText("Group"));
    if (name.isEmpty() || name.contains("::")) {
      Answers.error(http, 400, "name is not the name of a team");
    } else if (organisation.add(team)) {
      whenCreated.run();
      Answers.json(http, 201, team(team));
    } else {
      Answers.error(http, 409, "Entity already exists");
    }
  }

  private ObjectNode team(Team team) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", organisation.idOfTeam(team.name()).toString())
        .put("name", team.name())
        .put("fullyQualifiedName", team.name())
        .put("displayName", team.displayName())
        .put("teamType", team.type())
        .put("deleted", false);
  }

  /** {@code GET /api/v1/roles}. */
  void roles(Context http) {
    Collection<String> names = organisation.roles();
    callers.asAdministrator(
        http, who -> Listing.answer(http, names.stream().sorted().toList(), this::role));
  }

  private ObjectNode role(String name) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", organisation.idOfRole(name).toString())
        .put("name", name)
        .put("fullyQualifiedName", name)
        .put("deleted", false);
  }

  private static void unknown(Context http, String kind) {
    Answers.error(http, 404, kind + " instance not found");
  }
}
