package io.entrabroker.it.leaks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for any of very many secrets in one pass over a text: a rolling hash of as many bytes as
 * the shortest secret has (Rabin and Karp), and a comparison where one may end.
 */
final class Search {

  private static final int WINDOW = Secrets.SHORTEST;
  private static final long BASE = 1_000_003;

  private final Map<Long, List<Form>> ends = new HashMap<>();
  private final long highest;

  /** One way to write a secret. */
  private record Form(SecretKind kind, byte[] bytes) {

    boolean endsAt(int end, byte[] text) {
      int start = end - bytes.length;
      return start >= 0 && Arrays.equals(text, start, end, bytes, 0, bytes.length);
    }
  }

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
    ends.computeIfAbsent(hash, key -> new ArrayList<>()).add(new Form(kind, bytes));
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
      int end = i + 1;
      for (Form form : end < WINDOW ? List.<Form>of() : ends.getOrDefault(hash, List.of())) {
        if (form.endsAt(end, text)) {
          found.add(form.kind());
        }
      }
    }
    return found;
  }
}
