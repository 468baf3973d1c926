package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing of the file beside the same thing of the realm. What the file does not mention stays as
 * it is: Keycloak adds members of its own.
 */
final class Comparison {
  /** What Keycloak shows in place of a secret. Sent back, it means the one that is there. */
  static final String MASK = "**********";

  private static final Pattern SECRET =
      Pattern.compile("(?i)(.*secret|password|.*private.?key|.*assertion)");

  /** A site adds its own to these; Keycloak keeps the last one as a text. */
  private static final String AFTER_LOGOUT = "post.logout.redirect.uris";

  private static final Set<String> GROWING = Set.of("redirectUris", "webOrigins", AFTER_LOGOUT);
  private static final String SEPARATOR = "##";

  private final String what;
  private final ObjectNode merged;
  private final List<String> differences = new ArrayList<>();
  private final List<String> unseen = new ArrayList<>();
  private final List<String> leftAlone = new ArrayList<>();

  private Comparison(String what, ObjectNode merged) {
    this.what = what;
    this.merged = merged;
  }

  /** Of members of the file with what the realm has; {@code what} begins the sentence. */
  static Comparison of(String what, JsonNode desired, JsonNode present) {
    Comparison comparison = new Comparison(what, Nodes.copy(present));
    comparison.members(desired, comparison.merged);
    return comparison;
  }

  /** What the realm has, with the file's values in it. */
  ObjectNode merged() {
    return merged;
  }

  List<String> differences() {
    return differences;
  }

  /** Names of secrets that are given, while Keycloak shows none to compare with. */
  List<String> unseen() {
    return unseen;
  }

  List<String> leftAlone() {
    return leftAlone;
  }

  String sentence() {
    List<String> all = new ArrayList<>(differences);
    unseen.forEach(name -> all.add(name + " is written again, since Keycloak does not show it"));
    return what + ": " + String.join("; ", all) + ".";
  }

  private void members(JsonNode desired, ObjectNode into) {
    desired
        .properties()
        .forEach(
            e -> {
              if (e.getValue().isObject()) {
                JsonNode child = into.path(e.getKey());
                ObjectNode object =
                    child.isObject() ? (ObjectNode) child : into.putObject(e.getKey());
                members(e.getValue(), object);
              } else if (GROWING.contains(e.getKey())) {
                grow(e.getKey(), e.getValue(), into);
              } else if (e.getValue().isArray()) {
                list(e.getKey(), (ArrayNode) e.getValue(), into);
              } else {
                leaf(e.getKey(), e.getValue(), into);
              }
            });
  }

  private void leaf(String name, JsonNode desired, ObjectNode into) {
    JsonNode present = into.path(name);
    Open.in(desired).ifPresent(open -> keep(name, open, present));
    if (desired.isPojo() || isSame(desired, present)) {
      return;
    }
    if (SECRET.matcher(name).matches()) {
      if (present.asText().equals(MASK)) {
        unseen.add(name);
      } else {
        differences.add(name + " changes");
      }
    } else {
      differences.add(name + " is " + shown(present) + ", becomes " + shown(desired));
    }
    into.set(name, desired);
  }

  private void keep(String name, Open open, JsonNode present) {
    if (!Nodes.isAbsent(present) && !open.admits(present.asText())) {
      leftAlone.add(
          what
              + ": "
              + name
              + " is not as the file has it, and stays: set "
              + open.variables()
              + " to have it changed.");
    }
  }

  /** In any order. */
  private void list(String name, ArrayNode desired, ObjectNode into) {
    Set<String> wanted = new TreeSet<>(Nodes.texts(desired));
    Set<String> present = new TreeSet<>(Nodes.texts(into.path(name)));
    if (!wanted.equals(present)) {
      differences.add(name + " is " + present + ", becomes " + wanted);
      into.set(name, desired);
    }
  }

  private void grow(String name, JsonNode desired, ObjectNode into) {
    boolean isText = name.equals(AFTER_LOGOUT);
    List<String> present =
        isText ? split(Nodes.text(into.path(name))) : Nodes.texts(into.path(name));
    List<String> grown =
        grown(name, isText ? parts(desired) : Nodes.all(desired).toList(), present);
    if (grown.equals(present)) {
      return;
    }
    if (isText) {
      into.put(name, String.join(SEPARATOR, grown));
    } else {
      ArrayNode list = into.putArray(name);
      grown.forEach(list::add);
    }
  }

  private List<String> grown(String name, List<JsonNode> desired, List<String> present) {
    List<String> result = new ArrayList<>(present);
    List<String> extra = new ArrayList<>(present);
    for (JsonNode element : desired) {
      if (element.isPojo()) {
        Open open = Open.in(element).orElseThrow();
        if (!extra.removeIf(open::admits)) {
          leftAlone.add(
              what
                  + ": "
                  + name
                  + " lacks one that only "
                  + open.variables()
                  + " can tell: set it.");
        }
      } else if (!extra.remove(element.asText()) && !present.contains(element.asText())) {
        differences.add(name + " gains " + element.asText());
        result.add(element.asText());
      }
    }
    extra.forEach(e -> leftAlone.add(what + ": " + name + " has " + e + ", too. It stays."));
    return result;
  }

  private static List<JsonNode> parts(JsonNode desired) {
    return Open.in(desired)
        .map(open -> open.parts(SEPARATOR))
        .orElseGet(() -> split(desired.asText()).stream().map(Comparison::node).toList());
  }

  private static JsonNode node(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }

  private static List<String> split(String text) {
    return Stream.of(text.split(SEPARATOR)).filter(part -> !part.isEmpty()).toList();
  }

  private static boolean isSame(JsonNode desired, JsonNode present) {
    if (Nodes.isAbsent(present)) {
      return desired.isBoolean() ? !desired.asBoolean() : desired.asText().isEmpty();
    }
    return present.isBoolean()
        ? desired.asText().equalsIgnoreCase(present.asText())
        : desired.asText().equals(present.asText());
  }

  private static String shown(JsonNode leaf) {
    return Nodes.isAbsent(leaf) ? "not set" : leaf.toString();
  }
}
