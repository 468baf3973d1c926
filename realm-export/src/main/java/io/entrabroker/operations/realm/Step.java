package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * One call of the admin API.
 *
 * @param method of HTTP
 * @param path below the realm: texts, and {@link Ref}s that stand for ids
 * @param body what is sent, where a POJO node with a {@link Ref} stands for an id; a missing node
 *     if nothing is sent
 */
public record Step(String method, List<Object> path, JsonNode body) {

  public Step {
    path = List.copyOf(path);
  }

  static Step post(JsonNode body, Object... path) {
    return new Step("POST", List.of(path), body);
  }

  static Step put(JsonNode body, Object... path) {
    return new Step("PUT", List.of(path), body);
  }

  /** A {@code PUT} whose address says it all. */
  static Step put(Object... path) {
    return new Step("PUT", List.of(path), MissingNode.getInstance());
  }

  static Step delete(Object... path) {
    return new Step("DELETE", List.of(path), MissingNode.getInstance());
  }

  /** Without the body, which may hold a secret. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
