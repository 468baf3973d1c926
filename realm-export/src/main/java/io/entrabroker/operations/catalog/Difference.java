package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One setting that differs.
 *
 * @param path its place, with dots
 * @param sentence what it is and what it becomes; never a secret
 */
public record Difference(String path, String sentence) {
  private static final String NOTHING = "nothing";

  /** Empty if there is none, or if nobody can tell: a secret that is masked. */
  static Optional<Difference> at(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (isMasked(before) || isMasked(after) || text(before).equals(text(after))) {
      return Optional.empty();
    }
    String change =
        isSecret(path)
            ? " becomes another one (a secret is not shown)"
            : ": " + shown(before) + " becomes " + shown(after);
    return Optional.of(new Difference(path, path + change));
  }

  private static boolean isMasked(@Nullable JsonNode value) {
    return value != null && Trees.isMask(value.asText());
  }

  // OpenMetadata takes texts for switches and numbers, and shows what it made of them. A list or a
  // text without anything in it is as good as none.
  private static String text(@Nullable JsonNode value) {
    return value == null || (value.isContainerNode() && value.isEmpty())
        ? ""
        : value.isValueNode() ? value.asText() : value.toString();
  }

  private static String shown(@Nullable JsonNode value) {
    return text(value).isEmpty() ? NOTHING : String.valueOf(value);
  }

  private static boolean isSecret(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return name.contains("secret")
        || name.contains("password")
        || name.contains("privatekey")
        || name.contains("passphrase");
  }
}
