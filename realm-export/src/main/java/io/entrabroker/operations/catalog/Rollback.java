package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrabroker.Parsed;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

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
    Optional<URI> catalog = address(read.path("catalog").asText(""));
    if (catalog.isEmpty()
        || !read.at("/settings/authenticationConfiguration").isObject()
        || !read.at("/settings/authorizerConfiguration").isObject()) {
      return Parsed.refused("This is no file that bin/catalog-config --apply wrote.");
    }
    SecuritySettings settings = SecuritySettings.of(read.path("settings"));
    return settings.masks().isEmpty()
        ? Parsed.accepted(new Rollback(catalog.get(), WayBack.whole(settings)))
        : Parsed.refused(
            "The file has asterisks in the place of a secret: the catalog would take them for it.");
  }

  /**
   * Whether the file is of the catalog at an address. Its token is sent to no other: a file may
   * come from anybody.
   */
  public boolean isOf(URI address) {
    return normal(catalog).equals(normal(address));
  }

  // RFC 3986, section 6.2.3, and slashes at the end do not matter.
  private static String normal(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    return scheme
        + "://"
        + String.valueOf(address.getRawAuthority())
            .toLowerCase(Locale.ROOT)
            .replaceAll(":(" + usual + ")?$", "")
        + String.valueOf(address.getRawPath()).replaceAll("/+$", "")
        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(Texts.address("", text));
    } catch (CatalogProblem none) {
      return Optional.empty();
    }
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
