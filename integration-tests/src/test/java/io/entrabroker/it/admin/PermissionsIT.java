package io.entrabroker.it.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Stack;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may do what at the admin resource: each call against each role that Keycloak has over a
 * realm.
 */
@CleanLog
class PermissionsIT {

  private static final Stack STACK = Stack.shared();

  private static final String NEIGHBOUR = "neighbour-of-this-test";

  private static String user = "";

  /** Every call, with the roles that it needs together. */
  private enum Call {
    CONFIGURATION(
        "GET",
        "catalog-config/docker-env?flow=public",
        "view-realm",
        "view-identity-providers",
        "view-clients"),
    CONFIGURATION_WITH_THE_SECRET(
        "GET",
        "catalog-config/docker-env?flow=confidential&secret=include",
        "view-realm",
        "view-identity-providers",
        "manage-clients"),
    DOCTOR("GET", "doctor", "view-realm", "view-identity-providers", "view-clients", "view-users"),
    ADDRESS("PUT", "users/{id}/address", "manage-users"),
    NAME("PUT", "names", "manage-users"),
    PREVIEW("POST", "preview", "manage-identity-providers");

    private final String method;
    private final String path;
    private final List<String> needed;

    Call(String method, String path, String... needed) {
      this.method = method;
      this.path = "/openmetadata/" + path;
      this.needed = List.of(needed);
    }

    HttpResponse<String> by(Administrator administrator) {
      return administrator.send(method, path(), method.equals("GET") ? "" : "{}");
    }

    String path() {
      return path.replace("{id}", user);
    }

    boolean isAllowedWith(Set<String> roles) {
      return needed.stream().allMatch(role -> has(roles, role));
    }

    // Whoever may manage may view, too.
    private static boolean has(Set<String> roles, String needed) {
      return roles.contains(needed) || roles.contains(needed.replace("view-", "manage-"));
    }
  }

  @BeforeAll
  static void someUserAndAnotherRealm() {
    STACK.admin().post("", Map.of("realm", NEIGHBOUR, "enabled", true));
    user =
        STACK
            .admin()
            .post("/openmetadata/users", Map.of("username", "user-of-this-test"))
            .createdId();
  }

  @AfterAll
  static void forget() {
    STACK.admin().delete("/openmetadata/users/" + user);
    STACK.admin().delete("/" + NEIGHBOUR);
  }

  @TestFactory
  Stream<DynamicTest> aRoleAloneOpensWhatItIsForAndNothingElse() {
    return roles().stream()
        .map(
            role ->
                dynamicTest(
                    role,
                    () -> {
                      try (Administrator somebody = Administrator.with(STACK, role)) {
                        for (Call call : Call.values()) {
                          assertAnswer(call, somebody, call.isAllowedWith(Set.of(role)));
                        }
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> allNeededRolesOpenACallAndAllButOneDoNot() {
    return Stream.of(Call.values())
        .flatMap(
            call -> Stream.concat(Stream.of(""), call.needed.stream()).map(m -> without(call, m)));
  }

  private static DynamicTest without(Call call, String missing) {
    return dynamicTest(
        call + (missing.isEmpty() ? "" : " without " + missing),
        () -> {
          Set<String> roles = new TreeSet<>(call.needed);
          roles.remove(missing);
          try (Administrator somebody = Administrator.with(STACK, roles.toArray(String[]::new))) {
            assertAnswer(call, somebody, missing.isEmpty());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> whoeverAdministersAnotherRealmIsRefused() {
    return Stream.of(Call.values())
        .map(
            call ->
                dynamicTest(
                    call.toString(),
                    () -> {
                      try (Administrator neighbour =
                          Administrator.over(
                              NEIGHBOUR + "-realm", STACK, call.needed.toArray(String[]::new))) {
                        assertAnswer(call, neighbour, false);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whoeverDoesNotSayWhoTheyAreIsRefused() {
    String base = STACK.keycloak().baseUri() + "/admin/realms/openmetadata";
    return Stream.of(Call.values())
        .map(
            call ->
                dynamicTest(
                    call.toString(),
                    () ->
                        assertThat(
                                Administrator.anonymously(call.method, base + call.path())
                                    .statusCode())
                            .isEqualTo(401)));
  }

  private static void assertAnswer(Call call, Administrator somebody, boolean allowed) {
    int before = somebody.events().size();

    HttpResponse<String> answer = call.by(somebody);

    if (allowed) {
      assertThat(answer.statusCode()).as("%s: %s", call, answer.body()).isNotIn(401, 403);
      return;
    }
    assertThat(answer.statusCode()).as("%s: %s", call, answer.body()).isEqualTo(403);
    assertThat(answer.body())
        .as(call.toString())
        .isEqualTo("{\"errorMessage\":\"You are not allowed to do this.\"}");
    assertThat(somebody.events()).as("%s: admin events", call).hasSize(before + 1);
    JsonNode event = somebody.events().get(0);
    assertThat(event.get("error").asText()).isEqualTo("forbidden");
    assertThat(event.get("resourceType").asText()).isEqualTo("OPENMETADATA");
    assertThat(event.has("representation")).isFalse();
  }

  /** All that Keycloak knows, so that none is forgotten. */
  private static Set<String> roles() {
    Set<String> names = new TreeSet<>();
    String client =
        STACK.admin().get("/master/clients?clientId=openmetadata-realm").get(0).get("id").asText();
    STACK
        .admin()
        .get("/master/clients/" + client + "/roles")
        .forEach(role -> names.add(role.get("name").asText()));
    assertThat(names)
        .containsAll(Arrays.stream(Call.values()).flatMap(c -> c.needed.stream()).toList());
    return names;
  }
}
