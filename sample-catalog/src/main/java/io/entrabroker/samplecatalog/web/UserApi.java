package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.samplecatalog.rules.Bearer;
import io.entrabroker.samplecatalog.rules.BearerCheck;
import io.entrabroker.samplecatalog.rules.CatalogUser;
import io.entrabroker.samplecatalog.rules.CatalogUsers;
import io.entrabroker.samplecatalog.rules.Outcome;
import io.entrabroker.samplecatalog.rules.Principal;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/** {@code /api/v1/users}: who is signed in, and signing up. */
final class UserApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BearerCheck check;
  private final CatalogUsers users;
  private final Clock clock;

  UserApi(BearerCheck check, CatalogCore core) {
    this.check = check;
    this.users = core.users();
    this.clock = core.clock();
  }

  /** {@code GET /api/v1/users/loggedInUser}. */
  void loggedInUser(Context http) {
    answer(http, 200, bearer(http).then(users::loggedIn));
  }

  /** {@code POST /api/v1/users} with name, email and displayName. */
  void create(Context http) {
    JsonNode asked = body(http);
    Principal principal =
        new Principal(asked.path("name").asText(""), asked.path("email").asText(""));
    String displayName = asked.path("displayName").asText("");
    answer(http, 201, bearer(http).then(bearer -> users.create(bearer, principal, displayName)));
  }

  private Outcome<Bearer> bearer(Context http) {
    String header = Optional.ofNullable(http.header("Authorization")).orElse("");
    return check.check(header, clock.instant());
  }

  private static JsonNode body(Context http) {
    try {
      return JSON.readTree(http.body());
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static void answer(Context http, int status, Outcome<CatalogUser> outcome) {
    outcome
        .<Runnable>fold(
            user -> () -> Answers.json(http, status, json(user)),
            refusal -> () -> Answers.error(http, refusal.status(), refusal.message()))
        .run();
  }

  private static ObjectNode json(CatalogUser user) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", user.name())
            .put("fullyQualifiedName", user.name())
            .put("email", user.email())
            .put("displayName", user.displayName())
            .put("isAdmin", user.isAdmin());
    references(json, "team", user.teams());
    references(json, "role", user.roles());
    return json;
  }

  /** OpenMetadata's entity references, reduced to type and name. */
  private static void references(ObjectNode json, String type, Collection<String> names) {
    var list = json.putArray(type + "s");
    names.forEach(name -> list.addObject().put("type", type).put("name", name));
  }
}
