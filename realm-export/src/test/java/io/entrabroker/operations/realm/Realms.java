package io.entrabroker.operations.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The realm file, and what Keycloak has after its import. */
final class Realms {
  static final Map<String, String> SITE =
      Map.of(
          "OPENMETADATA_URL", "https://catalog.contoso.example",
          "OPENMETADATA_CLIENT_SECRET", "s3cret-of-the-catalog",
          "OPENMETADATA_CONFIDENTIAL_ENABLED", "true",
          "ENTRA_ENABLED", "true",
          "ENTRA_AUTHORITY", "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c",
          "ENTRA_CLIENT_ID", "b7a1c2d3-0001-4a4a-9b9b-c0ffee000001",
          "ENTRA_CLIENT_SECRET", "s3cret-at-entra",
          "ENTRA_MAIL_DOMAINS", "contoso.example");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROFILE = "org.keycloak.userprofile.UserProfileProvider";

  private Realms() {}

  static JsonNode file() {
    try {
      return JSON.readTree(Files.readString(Path.of("openmetadata-realm.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DesiredRealm desired(Map<String, String> environment) {
    return DesiredRealm.of(file(), "openmetadata", environment);
  }

  /**
   * The plan for a realm that was imported with some variables and then changed.
   *
   * @param environment the variables that are set now
   */
  static Plan plan(
      Map<String, String> environment, Map<String, String> imported, Consumer<ObjectNode> drift) {
    return Planner.plan(desired(environment), imported(imported, drift));
  }

  /** As imported with these variables and then changed. */
  static PresentRealm imported(Map<String, String> environment, Consumer<ObjectNode> drift) {
    DesiredRealm desired = desired(environment);
    ObjectNode document = Nodes.object();
    for (String part :
        new String[] {
          "requiredActions",
          "clientScopes",
          "defaultDefaultClientScopes",
          "defaultOptionalClientScopes",
          "clients",
          "roles",
          "scopeMappings",
          "clientScopeMappings",
          "authenticationFlows",
          "identityProviders",
          "identityProviderMappers"
        }) {
      document.set(part, withIds(Nodes.filled(desired.part(part)), part));
    }
    document.set("settings", Nodes.filled(desired.settings()));
    document.set(
        "userProfile",
        parsed(
            desired
                .part("components")
                .path(PROFILE)
                .at("/0/config/kc.user.profile.config/0")
                .asText()));
    document.set(
        "keys",
        parsed(
            "{'keys':[{'algorithm':'AES'},{'algorithm':'HS512'},{'algorithm':'RS256'},"
                + "{'algorithm':'ES256'}]}"));
    JsonNode flow = document.at("/authenticationFlows/0");
    ((ObjectNode) flow)
        .set(
            "executions",
            parsed(
                "[{'id':'e1','providerId':'entra-create-user','requirement':'REQUIRED','level':0}]"));
    mask(document);
    drift.accept(document);
    return new PresentRealm(document);
  }

  /** JSON, in which an apostrophe stands for a quotation mark unless there is one. */
  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json.contains("\"") ? json : json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static ObjectNode object(JsonNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static void mask(ObjectNode document) {
    ObjectNode config = object(document, "/identityProviders/0/config");
    config.properties().removeIf(e -> e.getValue().asText().isEmpty());
    if (config.has("clientSecret")) {
      config.put("clientSecret", Comparison.MASK);
    }
  }

  /** As Keycloak gives one to everything that can be addressed. */
  private static JsonNode withIds(JsonNode node, String id) {
    if (node.isObject() && (node.has("name") || node.has("alias") || node.has("clientId"))) {
      ((ObjectNode) node).put("id", id);
    }
    Set.copyOf(node.properties()).forEach(e -> withIds(e.getValue(), id + "-" + e.getKey()));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      withIds(node.path(i), id + "-" + i);
    }
    return node;
  }
}
