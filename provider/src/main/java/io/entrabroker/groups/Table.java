package io.entrabroker.groups;

import io.entrabroker.Parsed;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which names follow from what. One left side may lead to several names, and several left sides to
 * one name.
 *
 * @param <L> what stands on the left: a group, or an app role
 * @param rows the names by left side
 */
public record Table<L>(Map<L, Set<String>> rows) {

  public Table {
    Map<L, Set<String>> copy = new LinkedHashMap<>();
    rows.forEach((left, names) -> copy.put(left, sorted(names)));
    rows = Collections.unmodifiableMap(copy);
  }

  /** Nothing follows from anything. */
  public static <L> Table<L> empty() {
    return new Table<>(Map.of());
  }

  /** Reads lines {@code left = name}; see {@link TableFormat}. */
  static <L> Parsed<Table<L>> parse(String text, TableFormat<L> format) {
    return new TableReading<>(format).read(text);
  }

  /** What leads to something. */
  public Set<L> lefts() {
    return rows.keySet();
  }

  /** Every name. */
  public Set<String> names() {
    return namesOf(rows.keySet());
  }

  /** The names that these lead to. */
  public Set<String> namesOf(Collection<L> lefts) {
    Set<String> names = new TreeSet<>();
    lefts.forEach(left -> names.addAll(rows.getOrDefault(left, Set.of())));
    return Collections.unmodifiableSet(names);
  }

  private static Set<String> sorted(Set<String> names) {
    return Collections.unmodifiableSet(new TreeSet<>(names));
  }
}
