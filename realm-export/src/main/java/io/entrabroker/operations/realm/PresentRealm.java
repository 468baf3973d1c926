package io.entrabroker.operations.realm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A realm as Keycloak has it: parts as in the realm file, with ids; besides them {@code settings},
 * {@code userProfile} and {@code keys} as the admin API gives them, and of flows their executions
 * as the admin API lists them. Nobody's users, and of clients and identity providers only those
 * that the file names.
 *
 * @param document the parts by name
 */
public record PresentRealm(JsonNode document) {

  JsonNode part(String name) {
    return document.path(name);
  }

  /** Without the contents, which hold secrets. */
  @Override
  public String toString() {
    return "PresentRealm[" + document.size() + " parts]";
  }
}
