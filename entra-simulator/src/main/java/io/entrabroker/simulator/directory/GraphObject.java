package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A typed view on one JSON object in Microsoft Graph's shape; members nobody asks for survive.
 *
 * <p>The JSON behind a view must not be changed: a {@link Directory} is immutable.
 */
public abstract sealed class GraphObject
    permits User, Group, DirectoryRole, Application, ServicePrincipal {

  private final ObjectNode json;

  GraphObject(ObjectNode json) {
    this.json = json;
  }

  /** The object id: a GUID, not to be mixed up with an application's {@code appId}. */
  public final String id() {
    return text("id").orElse("");
  }

  /** The name for people; empty text if the object has none. */
  public final String displayName() {
    return text("displayName").orElse("");
  }

  /** The name of the object's type in Microsoft Graph, for example {@code group}. */
  public abstract String graphType();

  /** A copy of the whole object as it stands in the directory file. */
  public final ObjectNode json() {
    return json.deepCopy();
  }

  final Optional<String> text(String member) {
    return text(json, member);
  }

  final boolean flag(String path, Absent absent) {
    return flag(path).orElse(absent == Absent.MEANS_TRUE);
  }

  final Optional<Boolean> flag(String path) {
    JsonNode node = json.at(path);
    return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
  }

  final Optional<Integer> number(String path) {
    JsonNode node = json.at(path);
    return node.isInt() ? Optional.of(node.intValue()) : Optional.empty();
  }

  final Optional<String> textAt(String path) {
    return Optional.of(json.at(path).asText("")).filter(text -> !text.isEmpty());
  }

  final Stream<JsonNode> items(String path) {
    return StreamSupport.stream(json.at(path).spliterator(), false);
  }

  final Stream<String> texts(String path) {
    return items(path).map(JsonNode::asText);
  }

  /** The text of a member; empty if it is absent, null or the empty text. */
  static Optional<String> text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    return value.isTextual() && !value.textValue().isEmpty()
        ? Optional.of(value.textValue())
        : Optional.empty();
  }

  /** What a missing boolean member means. */
  enum Absent {
    MEANS_TRUE,
    MEANS_FALSE
  }
}
