package io.entrabroker.it.leaks;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Looks for any of very many secrets in one pass over a text: a rolling hash of as many bytes as
 * the shortest secret has (Rabin and Karp), and a comparison where it is known.
 */
final class Search {

  private static final int WINDOW = Secrets.SHORTEST;
  private static final long BASE = 1_000_003;

  private final Map<Long, Map<String, Set<SecretKind>>> ends = new HashMap<>();
  private final long highest;

  Search(Secrets secrets) {
    long power = 1;
    for (int i = 1; i < WINDOW; i++) {
      power *= BASE;
    }
    highest = power;
    for (SecretKind kind : secrets.kinds()) {
      for (String secret : secrets.of(kind)) {
        Traces.forms(secret).forEach(form -> add(kind, form));
      }
    }
  }

  private void add(SecretKind kind, String form) {
    byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < WINDOW) {
      return;
    }
    long hash = 0;
    for (int i = bytes.length - WINDOW; i < bytes.length; i++) {
      hash = hash * BASE + bytes[i];
    }
    ends.computeIfAbsent(hash, key -> new HashMap<>())
        .computeIfAbsent(text(bytes, bytes.length), key -> EnumSet.noneOf(SecretKind.class))
        .add(kind);
  }

  /** The kinds of the secrets that a text holds. */
  Set<SecretKind> in(byte[] text) {
    Set<SecretKind> found = EnumSet.noneOf(SecretKind.class);
    long hash = 0;
    for (int i = 0; i < text.length; i++) {
      if (i >= WINDOW) {
        hash -= text[i - WINDOW] * highest;
      }
      hash = hash * BASE + text[i];
      Map<String, Set<SecretKind>> candidates = i + 1 < WINDOW ? null : ends.get(hash);
      if (candidates != null) {
        found.addAll(candidates.getOrDefault(text(text, i + 1), Set.of()));
      }
    }
    return found;
  }

  private static String text(byte[] bytes, int end) {
    return new String(bytes, end - WINDOW, WINDOW, StandardCharsets.ISO_8859_1);
  }
}
