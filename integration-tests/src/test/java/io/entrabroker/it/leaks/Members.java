package io.entrabroker.it.leaks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrabroker.it.Json;

/** The members of what may be JSON: attacks and broken servers send other things, too. */
final class Members {

  private Members() {}

  /** The document; a missing one if there is none. */
  static JsonNode of(String text) {
    try {
      return Json.read(text);
    } catch (IllegalArgumentException e) {
      return MissingNode.getInstance();
    }
  }
}
