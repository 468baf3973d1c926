package io.entrabroker.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A token's claims as the catalog looks them up: top level only, names without regard to case. */
final class CatalogClaims {

  private final TreeMap<String, @Nullable Object> byName =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private CatalogClaims() {}

  /** The claims of any map: JSON's null may be a value. */
  static CatalogClaims of(Map<String, ?> values) {
    CatalogClaims claims = new CatalogClaims();
    values.forEach(
        (name, value) -> {
          if (name != null) {
            claims.byName.put(name, value);
          }
        });
    return claims;
  }

  /** Whether the claim is there, whatever its value: null counts. */
  boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The claim if it is a text, the empty text included. */
  Optional<String> text(String name) {
    return byName.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The claim if it is a text with something in it, without surrounding blanks. */
  Optional<String> filledText(String name) {
    return text(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The first of the claims that is a text with something in it. */
  Optional<String> firstFilled(List<String> names) {
    return names.stream().map(this::filledText).flatMap(Optional::stream).findFirst();
  }

  /** The texts in a list; no list is another answer than an empty one. */
  Optional<List<String>> list(String name) {
    return byName.get(name) instanceof Collection<?> values
        ? Optional.of(texts(values))
        : Optional.empty();
  }

  /** Whether the claim says yes: the boolean, not the word. */
  boolean isTrue(String name) {
    return Boolean.TRUE.equals(byName.get(name));
  }

  /** Whether the claim says no, as a boolean or as a word in any case. */
  boolean isFalse(String name) {
    return Boolean.FALSE.equals(byName.get(name))
        || text(name).filter("false"::equalsIgnoreCase).isPresent();
  }

  private static List<String> texts(Collection<?> values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof String text) {
        texts.add(text);
      }
    }
    return List.copyOf(texts);
  }
}
