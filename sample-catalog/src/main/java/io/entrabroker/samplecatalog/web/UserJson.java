package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.samplecatalog.rules.CatalogUser;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/** A person as OpenMetadata writes one, reduced to what signing in depends on. */
final class UserJson {
  private final Organisation organisation;

  UserJson(Organisation organisation) {
    this.organisation = organisation;
  }

  ObjectNode of(CatalogUser user) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", user.id().toString())
            .put("name", user.name())
            .put("fullyQualifiedName", user.name())
            .put("email", user.email())
            .put("displayName", user.displayName())
            .put("isAdmin", user.isAdmin())
            .put("isBot", user.isBot())
            .put("deleted", false);
    references(json, "team", user.teams(), organisation::idOfTeam);
    references(json, "role", user.roles(), organisation::idOfRole);
    return json;
  }

  private static void references(
      ObjectNode json, String type, Collection<String> names, Function<String, UUID> id) {
    var list = json.putArray(type + "s");
    names.forEach(
        name ->
            list.addObject()
                .put("id", id.apply(name).toString())
                .put("type", type)
                .put("name", name));
  }
}
