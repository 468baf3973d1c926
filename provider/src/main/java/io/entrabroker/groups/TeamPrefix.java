package io.entrabroker.groups;

import io.entrabroker.Parsed;
import java.util.Optional;

/**
 * How the names of all teams begin that are named after an Entra group. Any Entra user may create a
 * group of any name, and in the catalog a team of that name has rights: the prefix keeps the two
 * apart.
 *
 * @param text 2 to 32 characters
 */
public record TeamPrefix(String text) {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 32;

  /** Reads a prefix; strips it. */
  public static Parsed<TeamPrefix> parse(String text) {
    String prefix = text.strip();
    return prefix.length() >= SHORTEST
            && prefix.length() <= LONGEST
            && CatalogNames.isPlain(prefix)
            && !prefix.contains(".")
        ? Parsed.accepted(new TeamPrefix(prefix))
        : Parsed.refused(
            "Write 2 to 32 characters with which the names of such teams begin, such as entra-,"
                + " without '/', '::', '\"', dots or control characters.");
  }

  /**
   * The name of the team for a group; empty if the catalog could not take it. A dot is not taken:
   * OpenMetadata quotes such names, and a quoted name is not found by the plain one.
   */
  public Optional<String> teamName(String displayName) {
    String stripped = displayName.strip();
    String name = text + stripped;
    boolean usable =
        !stripped.isEmpty()
            && name.length() <= CatalogNames.LONGEST
            && CatalogNames.isPlain(name)
            && !name.contains(".");
    return usable ? Optional.of(name) : Optional.empty();
  }
}
