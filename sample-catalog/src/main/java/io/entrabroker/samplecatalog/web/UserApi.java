package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.samplecatalog.rules.CatalogUser;
import io.entrabroker.samplecatalog.rules.CatalogUsers;
import io.entrabroker.samplecatalog.rules.Outcome;
import io.entrabroker.samplecatalog.rules.Principal;
import io.javalin.http.Context;

/** {@code /api/v1/users}: who is signed in, and signing up. */
final class UserApi {
  private final Callers callers;
  private final CatalogUsers users;
  private final UserJson json;

  UserApi(Callers callers, CatalogCore core, UserJson json) {
    this.callers = callers;
    this.users = core.users();
    this.json = json;
  }

  /** {@code GET /api/v1/users/loggedInUser}. */
  void loggedInUser(Context http) {
    answer(
        http,
        200,
        callers
            .ownerOfPersonalToken(http)
            .map(Outcome::accept)
            .orElseGet(() -> callers.bearer(http).then(users::loggedIn)));
  }

  /** {@code POST /api/v1/users} with name, email and displayName. */
  void create(Context http) {
    JsonNode asked = Requests.body(http);
    Principal principal =
        new Principal(asked.path("name").asText(""), asked.path("email").asText(""));
    String displayName = asked.path("displayName").asText("");
    answer(
        http,
        201,
        callers.bearer(http).then(bearer -> users.create(bearer, principal, displayName)));
  }

  private void answer(Context http, int status, Outcome<CatalogUser> outcome) {
    outcome
        .<Runnable>fold(
            user -> () -> Answers.json(http, status, json.of(user)),
            refusal -> () -> Answers.error(http, refusal.status(), refusal.message()))
        .run();
  }
}
