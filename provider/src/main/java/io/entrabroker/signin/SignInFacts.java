package io.entrabroker.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.user.PersonName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a sign-in has found out and later steps of it need. Crosses Keycloak's first-login flow as
 * one text.
 *
 * @param entitlements what Entra gives the person
 * @param proof how the person's address is proven
 * @param linkTo the id of the local user with whom the person is to be joined; empty if none
 * @param name what the person is called
 */
public record SignInFacts(
    Entitlements entitlements, AddressProof proof, String linkTo, PersonName name) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** As a text that {@link #parse} reads. */
  public String text() {
    ObjectNode json = JSON.createObjectNode();
    json.put("proof", proof.name());
    json.put("linkTo", linkTo);
    json.put("given", name.given());
    json.put("family", name.family());
    ArrayNode roles = json.putArray("appRoleValues");
    entitlements.appRoles().forEach(roles::add);
    write(json, entitlements.membership());
    return json.toString();
  }

  private static void write(ObjectNode json, GroupMembership membership) {
    if (membership instanceof GroupMembership.Unknown unknown) {
      json.put("unknown", unknown.reason().name());
      return;
    }
    GroupMembership.Known known = (GroupMembership.Known) membership;
    ArrayNode ids = json.putArray("memberOf");
    known.ids().forEach(id -> ids.add(id.toString()));
    ArrayNode named = json.putArray("named");
    known.named().forEach(id -> named.add(id.toString()));
    ObjectNode names = json.putObject("names");
    known.names().forEach((id, name) -> names.put(id.toString(), name));
  }

  /** Reads what {@link #text} wrote; empty for anything else. */
  public static Optional<SignInFacts> parse(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      Optional<AddressProof> proof = oneOf(AddressProof.values(), json.path("proof").asText());
      Optional<GroupMembership> membership = membership(json);
      return proof.flatMap(
          how ->
              membership.map(
                  groups ->
                      new SignInFacts(
                          new Entitlements(texts(json.path("appRoleValues")), groups),
                          how,
                          json.path("linkTo").asText(),
                          new PersonName(
                              json.path("given").asText(), json.path("family").asText()))));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<GroupMembership> membership(JsonNode json) {
    if (json.has("unknown")) {
      return oneOf(GroupMembership.Reason.values(), json.path("unknown").asText())
          .map(GroupMembership.Unknown::new);
    }
    if (!json.path("memberOf").isArray()) {
      return Optional.empty();
    }
    Map<GroupId, String> names = new HashMap<>();
    json.path("names")
        .properties()
        .forEach(
            entry ->
                GroupId.parse(entry.getKey())
                    .ifPresent(id -> names.put(id, entry.getValue().asText())));
    return Optional.of(
        new GroupMembership.Known(ids(json.path("memberOf")), ids(json.path("named")), names));
  }

  private static Set<GroupId> ids(JsonNode list) {
    Set<GroupId> ids = new HashSet<>();
    texts(list).forEach(text -> GroupId.parse(text).ifPresent(ids::add));
    return ids;
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new LinkedHashSet<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static <E extends Enum<E>> Optional<E> oneOf(E[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }
}
