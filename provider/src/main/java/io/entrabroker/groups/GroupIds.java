package io.entrabroker.groups;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import io.entrabroker.claims.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads object ids of groups as a person writes them. */
final class GroupIds {

  private static final String WHERE =
      "Copy the Object ID from Entra admin center > Groups > the group > Overview.";

  private GroupIds() {}

  /** Reads one id. */
  static Parsed<GroupId> parse(String text) {
    return GroupId.parse(text).map(Parsed::accepted).orElseGet(() -> Parsed.refused(problem(text)));
  }

  /** Reads at least one id; blanks, commas and semicolons separate them. */
  static Parsed<Set<GroupId>> parseList(String text) {
    Set<GroupId> ids = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    for (String word : text.split("[\\s,;]+", -1)) {
      if (!word.isEmpty() && GroupId.parse(word).map(ids::add).isEmpty()) {
        wrong.add(word);
      }
    }
    return wrong.isEmpty() && !ids.isEmpty()
        ? Parsed.accepted(ids)
        : Parsed.refused(problem(String.join(" ", wrong)));
  }

  private static String problem(String text) {
    return "'" + Shortened.of(text) + "' is no object id of a group. " + WHERE;
  }
}
