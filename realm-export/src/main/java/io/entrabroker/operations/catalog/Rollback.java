package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrabroker.Parsed;
import java.net.URI;

/**
 * What a file must hold so that a change can be undone later.
 *
 * @param catalog the catalog that was changed
 * @param wayBack its settings of before
 */
public record Rollback(URI catalog, WayBack wayBack) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The file; it may have the client's secret in it. */
  public String text() {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
              .writeValueAsString(
                  JSON.createObjectNode()
                      .put("catalog", catalog.toString())
                      .set("settings", wayBack.settings().sections()))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of nodes is JSON", e);
    }
  }

  /** Reads {@link #text()}. */
  public static Parsed<Rollback> parse(String text) {
    JsonNode read = tree(text);
    String catalog = read.path("catalog").asText("");
    if (!catalog.matches("https?://[^\\s]+")
        || !read.at("/settings/authenticationConfiguration").isObject()
        || !read.at("/settings/authorizerConfiguration").isObject()) {
      return Parsed.refused("This is no file that bin/catalog-config --apply wrote.");
    }
    SecuritySettings settings = SecuritySettings.of(read.path("settings"));
    return settings.masks().isEmpty()
        ? Parsed.accepted(new Rollback(URI.create(catalog), WayBack.whole(settings)))
        : Parsed.refused(
            "The file has asterisks in the place of a secret: the catalog would take them for it.");
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
