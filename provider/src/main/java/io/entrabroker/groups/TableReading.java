package io.entrabroker.groups;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a table that a person wrote: one {@code left = name} to a line. A semicolon ends a line,
 * too, so that a table fits into an environment variable. Empty lines are skipped, and lines that
 * begin with {@code #}.
 *
 * <p>Gives all problems at once.
 */
final class TableReading<L> {

  private static final int PROBLEMS_SHOWN = 10;

  private final TableFormat<L> format;
  private final Map<L, Set<String>> rows = new LinkedHashMap<>();
  private final Map<String, String> spellings = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  TableReading(TableFormat<L> format) {
    this.format = format;
  }

  Parsed<Table<L>> read(String text) {
    text.lines().map(String::strip).forEach(this::readLine);
    if (problems.isEmpty()) {
      return Parsed.accepted(new Table<>(rows));
    }
    int more = problems.size() - PROBLEMS_SHOWN;
    String shown = String.join(" ", problems.stream().limit(PROBLEMS_SHOWN).toList());
    return Parsed.refused(more > 0 ? shown + " Problems beyond these: " + more + "." : shown);
  }

  private void readLine(String line) {
    Iterator<String> entries =
        Arrays.stream(line.split(";", -1))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .iterator();
    while (entries.hasNext()) {
      String entry = entries.next();
      if (entry.startsWith("#")) {
        readComment(entries);
        return;
      }
      readEntry(entry);
    }
  }

  // Whether a comment ends at the semicolon or at the end of its line, somebody would be surprised:
  // by an entry that is silently off, or by one that is silently on.
  private void readComment(Iterator<String> rest) {
    if (rest.hasNext()) {
      problems.add("A comment must not contain ';': put what follows it on a line of its own.");
    }
  }

  private void readEntry(String entry) {
    int equalsSign = format.equalsSign().applyAsInt(entry);
    if (equalsSign < 0) {
      refuse(entry, "There is no '='.");
      return;
    }
    Optional<L> left = side(entry, format.left().apply(entry.substring(0, equalsSign).strip()));
    Optional<String> name = side(entry, format.name().apply(entry.substring(equalsSign + 1)));
    if (left.isPresent() && name.isPresent()) {
      checkSpelling(entry, name.get());
      rows.computeIfAbsent(left.get(), key -> new TreeSet<>()).add(name.get());
    }
  }

  // The catalog tells cases apart: of two spellings, one leads nowhere.
  private void checkSpelling(String entry, String name) {
    String before = spellings.computeIfAbsent(CatalogNames.folded(name), key -> name);
    if (!before.equals(name)) {
      refuse(entry, "Write '" + name + "' as before: '" + before + "'.");
    }
  }

  private <T> Optional<T> side(String entry, Parsed<T> parsed) {
    return parsed.fold(
        Optional::of,
        problem -> {
          refuse(entry, problem);
          return Optional.empty();
        });
  }

  private void refuse(String entry, String problem) {
    problems.add("'" + Shortened.of(entry) + "': " + problem + " Example: " + format.example());
  }
}
