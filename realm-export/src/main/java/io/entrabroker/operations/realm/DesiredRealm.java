package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The realm file for a realm of some name, with the environment's values in it. */
public final class DesiredRealm {
  /** The name in the file. */
  private static final String NAME = "openmetadata";

  private static final String DEFAULT_ROLE = "default-roles-";

  /** What is compared part by part, or is the name; everything else is a setting of the realm. */
  private static final Set<String> PARTS =
      Set.of(
          "authenticationFlows",
          "clientScopeMappings",
          "clientScopes",
          "clients",
          "components",
          "defaultDefaultClientScopes",
          "defaultOptionalClientScopes",
          "defaultRole",
          "identityProviderMappers",
          "identityProviders",
          "realm",
          "requiredActions",
          "roles",
          "scopeMappings");

  private final JsonNode document;

  private DesiredRealm(JsonNode document) {
    this.document = document;
  }

  /**
   * @param file the realm file
   * @param realm the name of the realm that is to become like it
   * @param environment the variables of the file's placeholders; of one that is not set, or empty,
   *     the realm keeps what it has
   */
  public static DesiredRealm of(JsonNode file, String realm, Map<String, String> environment) {
    return new DesiredRealm(new Placeholders(environment).resolved(renamed(file, realm)));
  }

  /** A part of the file by its name there. */
  JsonNode part(String name) {
    return document.path(name);
  }

  /** The realm's own settings. */
  ObjectNode settings() {
    return Nodes.without(document, PARTS);
  }

  private static JsonNode renamed(JsonNode node, String realm) {
    if (node.isObject()) {
      ObjectNode copy = Nodes.object();
      node.properties().forEach(e -> copy.set(e.getKey(), renamed(e.getValue(), realm)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = Nodes.array();
      node.forEach(element -> copy.add(renamed(element, realm)));
      return copy;
    }
    return node.isTextual()
        ? JsonNodeFactory.instance.textNode(renamed(node.asText(), realm))
        : node;
  }

  private static String renamed(String text, String realm) {
    if (text.equals(DEFAULT_ROLE + NAME)) {
      return DEFAULT_ROLE + realm.toLowerCase(Locale.ROOT);
    }
    for (String folder : new String[] {"/realms/", "/admin/"}) {
      if (text.startsWith(folder + NAME + "/")) {
        return folder + realm + text.substring(folder.length() + NAME.length());
      }
    }
    return text;
  }
}
