package io.entrabroker.catalog.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A YAML document with comments. Its values are written as JSON, which YAML 1.2 contains, so no
 * text is taken for a number, a switch or a reference.
 */
final class YamlTree {

  private static final int INDENT = 2;

  /** A mapping, or a value with the reason for it. */
  private sealed interface Node {
    record Branch(Map<String, Node> children) implements Node {}

    record Leaf(String value, String comment) implements Node {}
  }

  private final Node.Branch root = new Node.Branch(new LinkedHashMap<>());

  /**
   * Adds a value.
   *
   * @param path keys, with dots between them
   * @param comment why, or empty
   */
  YamlTree put(String path, JsonNode value, String comment) {
    return putRaw(path, value.toString(), comment);
  }

  /** As {@link #put}, with a value that is YAML already. */
  YamlTree putRaw(String path, String value, String comment) {
    String[] keys = path.split("\\.");
    Node.Branch branch = root;
    for (int i = 0; i < keys.length - 1; i++) {
      Node next =
          branch.children().computeIfAbsent(keys[i], key -> new Node.Branch(new LinkedHashMap<>()));
      if (!(next instanceof Node.Branch deeper)) {
        throw new IllegalArgumentException(path + " lies below a value");
      }
      branch = deeper;
    }
    branch.children().put(keys[keys.length - 1], new Node.Leaf(value, comment));
    return this;
  }

  /** The document, with a line break at its end. */
  String text() {
    StringBuilder out = new StringBuilder();
    write(root, 0, out);
    return out.toString();
  }

  private static void write(Node.Branch branch, int depth, StringBuilder out) {
    String margin = " ".repeat(depth * INDENT);
    branch
        .children()
        .forEach(
            (key, node) -> {
              if (node instanceof Node.Branch deeper) {
                out.append(margin).append(key).append(":\n");
                write(deeper, depth + 1, out);
              } else if (node instanceof Node.Leaf leaf) {
                out.append(Comment.of(leaf.comment(), margin));
                out.append(margin).append(key).append(": ").append(leaf.value()).append('\n');
              }
            });
  }
}
