package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The clients of the file: the catalog's, and those of Keycloak's own that it locks. */
final class ClientPlan {
  private static final String CLIENTS = "clients";
  private static final String CLIENT_ID = "clientId";
  private static final String MAPPERS = "protocolMappers";
  private static final String ALWAYS = "defaultClientScopes";
  private static final String ON_DEMAND = "optionalClientScopes";
  private static final String SECRET = "secret";

  /** Keycloak ignores these in a client that is there, or only tells them. */
  private static final Set<String> APART = Set.of(MAPPERS, ALWAYS, ON_DEMAND, "access");

  private final DesiredRealm desired;
  private final PresentRealm present;
  private final Draft draft;

  ClientPlan(DesiredRealm desired, PresentRealm present, Draft draft) {
    this.desired = desired;
    this.present = present;
    this.draft = draft;
  }

  void clients() {
    for (JsonNode client : desired.part(CLIENTS)) {
      JsonNode have =
          Nodes.named(present.part(CLIENTS), CLIENT_ID, client.path(CLIENT_ID).asText());
      if (have.isMissingNode()) {
        create(client);
      } else {
        mend(client, have);
      }
    }
  }

  private void create(JsonNode client) {
    JsonNode filled = Nodes.filled(client);
    String secret =
        client.has(SECRET) && !filled.has(SECRET) ? ", with a secret that Keycloak makes" : "";
    draft.change(
        "Client " + client.path(CLIENT_ID).asText() + " is missing, is added" + secret + ".",
        Step.post(filled, CLIENTS));
  }

  private void mend(JsonNode client, JsonNode have) {
    String id = client.path(CLIENT_ID).asText();
    String what = "Client " + id;
    Ref ref = Ref.client(id);
    Comparison comparison =
        Comparison.of(what, Nodes.without(client, APART), Nodes.without(have, APART));
    draft.add(comparison, Step.put(comparison.merged(), CLIENTS, ref));
    new MapperPlan(what, draft, CLIENTS, ref, "protocol-mappers", "models")
        .mappers(client.path(MAPPERS), have.path(MAPPERS));
    Assignment.draft(
        what,
        new Assignment(
            "default",
            Nodes.texts(have.path(ALWAYS)),
            List.of(CLIENTS, ref, "default-client-scopes")),
        new Assignment(
            "optional",
            Nodes.texts(have.path(ON_DEMAND)),
            List.of(CLIENTS, ref, "optional-client-scopes")),
        new Assignment.Wanted(
            Nodes.texts(client.path(ALWAYS)), Nodes.texts(client.path(ON_DEMAND))),
        draft);
  }
}
