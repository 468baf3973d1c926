package io.entrabroker.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.htmlunit.html.HtmlPage;

/** The realm's users, events and traces, as an operator looks at them. */
public final class Realm {

  private static final Set<String> KEYCLOAKS_OWN =
      Set.of("default-roles-openmetadata", "offline_access", "uma_authorization");

  private final Stack stack;

  public Realm(Stack stack) {
    this.stack = stack;
  }

  /** Deletes every user and every event. */
  public void forgetPeople() {
    for (JsonNode user : users()) {
      stack.admin().delete("/openmetadata/users/" + user.get("id").asText());
    }
    forgetEvents();
  }

  /** Deletes every event. */
  public void forgetEvents() {
    stack.admin().delete("/openmetadata/events");
  }

  /** Deletes every group, and every role that Keycloak itself did not make. */
  public void forgetTeamsAndRoles() {
    for (JsonNode group : stack.admin().get("/openmetadata/groups")) {
      stack.admin().delete("/openmetadata/groups/" + group.get("id").asText());
    }
    for (JsonNode role : stack.admin().get("/openmetadata/roles")) {
      String name = role.get("name").asText();
      if (!KEYCLOAKS_OWN.contains(name)) {
        stack.admin().delete("/openmetadata/roles/" + name);
      }
    }
  }

  public JsonNode users() {
    return stack.admin().get("/openmetadata/users?max=1000&briefRepresentation=false");
  }

  public Optional<JsonNode> user(String username) {
    JsonNode found = stack.admin().get("/openmetadata/users?exact=true&username=" + username);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  public String createUser(Object representation) {
    return stack.admin().post("/openmetadata/users", representation).createdId();
  }

  public JsonNode links(String userId) {
    return stack.admin().get("/openmetadata/users/" + userId + "/federated-identity");
  }

  /** The names of the groups that somebody is in. */
  public List<String> groupsOf(String userId) {
    return names(stack.admin().get("/openmetadata/users/" + userId + "/groups"));
  }

  /** The names of the realm roles that somebody has been given, without Keycloak's own. */
  public List<String> rolesOf(String userId) {
    return names(stack.admin().get("/openmetadata/users/" + userId + "/role-mappings/realm"))
        .stream()
        .filter(name -> !KEYCLOAKS_OWN.contains(name))
        .toList();
  }

  private static List<String> names(JsonNode things) {
    return things.findValuesAsText("name").stream().sorted().toList();
  }

  /** The codes of the findings in events. */
  public List<String> findings() {
    return stack
        .admin()
        .get("/openmetadata/events?type=IDENTITY_PROVIDER_LOGIN")
        .findValuesAsText("finding");
  }

  public int sessionsOf(String userId) {
    return stack.admin().get("/openmetadata/users/" + userId + "/sessions").size();
  }

  /** The events of refused sign-ins. */
  public JsonNode refusals() {
    return stack.admin().get("/openmetadata/events?type=IDENTITY_PROVIDER_LOGIN_ERROR");
  }

  /**
   * Asserts the three traces of a refusal: the page shows an incident, one event and one log line
   * carry it and the code.
   */
  public void assertRefused(HtmlPage page, String code) {
    String incident = onlyRefusal(code).get("details").get("incident").asText();

    assertThat(page.asNormalizedText()).contains(incident);
    assertThat(ourLogLines(incident)).hasSize(1).first().asString().contains(code, "openmetadata");
  }

  /** Asserts that nobody was created and this browser has no session. */
  public void assertNobodyGotIn(Person person) {
    assertThat(users()).isEmpty();
    assertThat(person.hasSession()).isFalse();
  }

  /** Asserts that there is exactly one refusal, with this code. */
  public JsonNode onlyRefusal(String code) {
    JsonNode refusals = refusals();
    assertThat(refusals).as(refusals.toPrettyString()).hasSize(1);
    assertThat(refusals.get(0).get("details").get("reason").asText()).isEqualTo(code);
    return refusals.get(0);
  }

  private List<String> ourLogLines(String containing) {
    return logLines(containing).stream().filter(line -> line.contains("[io.entrabroker]")).toList();
  }

  public List<String> logLines(String containing) {
    try {
      return Files.readAllLines(stack.keycloak().logFile()).stream()
          .filter(line -> line.contains(containing))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
