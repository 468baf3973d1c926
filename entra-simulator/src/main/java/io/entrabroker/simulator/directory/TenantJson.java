package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The JSON of one tenant, to be changed.
 *
 * @param node with the members {@code organization}, {@code users} and so on
 */
record TenantJson(ObjectNode node) {

  /** The tenants of a directory, whether there is one or there are several. */
  static List<TenantJson> of(ObjectNode root) {
    if (!root.has("tenants")) {
      return List.of(new TenantJson(root));
    }
    List<TenantJson> tenants = new ArrayList<>();
    root.path("tenants").forEach(tenant -> tenants.add(new TenantJson((ObjectNode) tenant)));
    return tenants;
  }

  /** The first tenant with a person of this object id, sign-in name or mail address. */
  static TenantJson withUser(ObjectNode root, String who) {
    return first(root, tenant -> tenant.findUser(who).isPresent(), "person " + who);
  }

  /** The first tenant with a group of this object id. */
  static TenantJson withGroup(ObjectNode root, String groupId) {
    return first(root, tenant -> tenant.has("groups", "id", groupId), "group " + groupId);
  }

  /** The first tenant with a person or group of this name or object id. */
  static TenantJson withPrincipal(ObjectNode root, String who) {
    return first(root, tenant -> tenant.findPrincipal(who).isPresent(), "person or group " + who);
  }

  /** The first tenant with an application of this client id. */
  static TenantJson withApplication(ObjectNode root, String appId) {
    return first(root, tenant -> tenant.has("applications", "appId", appId), "client " + appId);
  }

  String id() {
    return node.at("/organization/id").asText();
  }

  ObjectNode user(String who) {
    return findUser(who).orElseThrow(() -> missing("person " + who));
  }

  ObjectNode group(String groupId) {
    return find("groups", "id", groupId).orElseThrow(() -> missing("group " + groupId));
  }

  ObjectNode application(String appId) {
    return find("applications", "appId", appId).orElseThrow(() -> missing("client " + appId));
  }

  /** The service principal of a client id; one that the file leaves out is written into it. */
  ObjectNode servicePrincipal(String appId) {
    return find("servicePrincipals", "appId", appId)
        .orElseGet(
            () -> {
              ObjectNode added = array("servicePrincipals").addObject();
              ServicePrincipal.writeImplied(added, id(), appId);
              return added;
            });
  }

  /** A person or group, however it is named. */
  ObjectNode principal(String who) {
    return findPrincipal(who).orElseThrow(() -> missing("person or group " + who));
  }

  /** A list of the tenant, made if there is none. */
  ArrayNode array(String list) {
    return node.withArray("/" + list);
  }

  /** Removes from an array all elements that are meant. */
  static void removeIf(ArrayNode array, Predicate<JsonNode> meant) {
    for (int i = array.size() - 1; i >= 0; i--) {
      if (meant.test(array.get(i))) {
        array.remove(i);
      }
    }
  }

  private boolean has(String list, String member, String value) {
    return find(list, member, value).isPresent();
  }

  private Optional<ObjectNode> find(String list, String member, String value) {
    return find(list, object -> object.path(member).asText().equalsIgnoreCase(value));
  }

  private Optional<ObjectNode> findPrincipal(String who) {
    return findUser(who).or(() -> find("groups", "id", who));
  }

  private Optional<ObjectNode> findUser(String who) {
    return find("users", "id", who).or(() -> find("users", user -> new User(user).isNamed(who)));
  }

  private Optional<ObjectNode> find(String list, Predicate<ObjectNode> meant) {
    for (JsonNode element : node.path(list)) {
      if (element instanceof ObjectNode object && meant.test(object)) {
        return Optional.of(object);
      }
    }
    return Optional.empty();
  }

  private static TenantJson first(ObjectNode root, Predicate<TenantJson> meant, String what) {
    return of(root).stream().filter(meant).findFirst().orElseThrow(() -> missing(what));
  }

  private static DirectoryException missing(String what) {
    return new DirectoryException(List.of("The directory has no " + what + "."));
  }
}
