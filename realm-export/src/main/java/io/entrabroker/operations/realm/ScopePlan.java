package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/** Client scopes, which of them new clients get, and the roles that go with a scope. */
final class ScopePlan {
  private static final String CLIENT_SCOPES = "client-scopes";
  private static final String MAPPERS = "protocolMappers";
  private static final String NAME = "name";

  private final DesiredRealm desired;
  private final PresentRealm present;
  private final Draft draft;

  ScopePlan(DesiredRealm desired, PresentRealm present, Draft draft) {
    this.desired = desired;
    this.present = present;
    this.draft = draft;
  }

  void clientScopes() {
    for (JsonNode scope : desired.part("clientScopes")) {
      String name = scope.path(NAME).asText();
      String what = "Client scope " + name;
      JsonNode have = Nodes.named(present.part("clientScopes"), NAME, name);
      if (have.isMissingNode()) {
        draft.change(
            what + " is missing, is added.", Step.post(Nodes.filled(scope), CLIENT_SCOPES));
        continue;
      }
      Set<String> mappers = Set.of(MAPPERS);
      Comparison comparison =
          Comparison.of(what, Nodes.without(scope, mappers), Nodes.without(have, mappers));
      Ref ref = Ref.clientScope(name);
      draft.add(comparison, Step.put(comparison.merged(), CLIENT_SCOPES, ref));
      new MapperPlan(what, draft, CLIENT_SCOPES, ref, "protocol-mappers", "models")
          .mappers(scope.path(MAPPERS), have.path(MAPPERS));
    }
  }

  /** Which scopes new clients get. */
  void defaults() {
    Assignment always =
        new Assignment(
            "default",
            Nodes.texts(present.part("defaultDefaultClientScopes")),
            List.of("default-default-client-scopes"));
    Assignment onDemand =
        new Assignment(
            "optional",
            Nodes.texts(present.part("defaultOptionalClientScopes")),
            List.of("default-optional-client-scopes"));
    Assignment.draft(
        "New clients",
        always,
        onDemand,
        new Assignment.Wanted(
            Nodes.texts(desired.part("defaultDefaultClientScopes")),
            Nodes.texts(desired.part("defaultOptionalClientScopes"))),
        draft);
  }

  void mappings() {
    for (JsonNode mapping : desired.part("scopeMappings")) {
      String scope = mapping.path("clientScope").asText();
      JsonNode have = Nodes.named(present.part("scopeMappings"), "clientScope", scope);
      for (String role : missing(mapping, have)) {
        draft.change(
            "Client scope " + scope + ": role " + role + " is not in its reach, is added.",
            Step.post(
                roles(Ref.realmRole(role), role),
                CLIENT_SCOPES,
                Ref.clientScope(scope),
                "scope-mappings",
                "realm"));
      }
    }
    desired
        .part("clientScopeMappings")
        .properties()
        .forEach(e -> e.getValue().forEach(mapping -> clientMapping(e.getKey(), mapping)));
  }

  private void clientMapping(String owner, JsonNode mapping) {
    String client = mapping.path("client").asText();
    JsonNode have = Nodes.named(present.part("clientScopeMappings").path(owner), "client", client);
    for (String role : missing(mapping, have)) {
      draft.change(
          "Client " + client + ": role " + owner + "/" + role + " is not in its reach, is added.",
          Step.post(
              roles(Ref.clientRole(owner, role), role),
              "clients",
              Ref.client(client),
              "scope-mappings",
              "clients",
              Ref.client(owner)));
    }
  }

  private static List<String> missing(JsonNode wanted, JsonNode have) {
    List<String> there = Nodes.texts(have.path("roles"));
    return Nodes.texts(wanted.path("roles")).stream()
        .filter(role -> !there.contains(role))
        .toList();
  }

  /** A list of one role, by its id. */
  static ArrayNode roles(Ref ref, String name) {
    ArrayNode list = Nodes.array();
    ObjectNode role = list.addObject();
    role.putPOJO("id", ref);
    role.put(NAME, name);
    return list;
  }
}
