package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Roles of the file and the roles within them, those of the default role first of all. */
final class RolePlan {
  private static final String ROLES = "roles";
  private static final String BY_ID = "roles-by-id";
  private static final String NAME = "name";
  private static final String DESCRIPTION = "description";

  private final DesiredRealm desired;
  private final PresentRealm present;
  private final Draft draft;

  RolePlan(DesiredRealm desired, PresentRealm present, Draft draft) {
    this.desired = desired;
    this.present = present;
    this.draft = draft;
  }

  void realmRoles() {
    for (JsonNode role : desired.part(ROLES).path("realm")) {
      String name = role.path(NAME).asText();
      JsonNode have = Nodes.named(present.part(ROLES).path("realm"), NAME, name);
      role("Role " + name, role, have, Step.post(brief(role), ROLES));
    }
  }

  void clientRoles() {
    forEachClient(
        (client, role, have) ->
            role(
                "Role " + client + "/" + role.path(NAME).asText(),
                role,
                have,
                Step.post(brief(role), "clients", Ref.client(client), ROLES)));
  }

  /** The roles within roles. */
  void composites() {
    for (JsonNode role : desired.part(ROLES).path("realm")) {
      String name = role.path(NAME).asText();
      JsonNode have = Nodes.named(present.part(ROLES).path("realm"), NAME, name);
      within("Role " + name, Ref.realmRole(name), role, have);
    }
    forEachClient(
        (client, role, have) -> {
          String name = role.path(NAME).asText();
          within("Role " + client + "/" + name, Ref.clientRole(client, name), role, have);
        });
  }

  private interface OfClient {
    void accept(String client, JsonNode role, JsonNode have);
  }

  private void forEachClient(OfClient consumer) {
    desired
        .part(ROLES)
        .path("client")
        .properties()
        .forEach(
            e ->
                e.getValue()
                    .forEach(
                        role ->
                            consumer.accept(
                                e.getKey(),
                                role,
                                Nodes.named(
                                    present.part(ROLES).path("client").path(e.getKey()),
                                    NAME,
                                    role.path(NAME).asText()))));
  }

  private void role(String what, JsonNode role, JsonNode have, Step create) {
    if (have.isMissingNode()) {
      draft.change(what + " is missing, is added.", create);
      return;
    }
    Comparison comparison = Comparison.of(what, brief(role), brief(have));
    draft.add(comparison, Step.put(comparison.merged(), BY_ID, have.path("id").asText()));
  }

  private void within(String what, Ref role, JsonNode desiredRole, JsonNode presentRole) {
    Map<String, Ref> wanted = within(desiredRole);
    Map<String, Ref> have = within(presentRole);
    List<String> missing = new ArrayList<>(wanted.keySet());
    missing.removeAll(have.keySet());
    for (String name : missing) {
      Ref ref = wanted.getOrDefault(name, role);
      draft.change(
          what + " lacks role " + name + ", gets it.",
          Step.post(ScopePlan.roles(ref, ref.name()), BY_ID, role, "composites"));
    }
    have.keySet().stream()
        .filter(name -> !wanted.containsKey(name))
        .forEach(
            name -> draft.leaveAlone(what + ": it holds the role " + name + ", too. It stays."));
  }

  private static Map<String, Ref> within(JsonNode role) {
    Map<String, Ref> all = new LinkedHashMap<>();
    Nodes.texts(role.at("/composites/realm")).forEach(name -> all.put(name, Ref.realmRole(name)));
    role.at("/composites/client")
        .properties()
        .forEach(
            e ->
                Nodes.texts(e.getValue())
                    .forEach(
                        name ->
                            all.put(e.getKey() + "/" + name, Ref.clientRole(e.getKey(), name))));
    return all;
  }

  private static ObjectNode brief(JsonNode role) {
    ObjectNode brief = Nodes.object();
    brief.set(NAME, role.path(NAME));
    if (role.has(DESCRIPTION)) {
      brief.set(DESCRIPTION, role.path(DESCRIPTION));
    }
    return brief;
  }
}
