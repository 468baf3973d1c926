package io.entrabroker.groups;

import io.entrabroker.Parsed;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which app roles of the registration give which roles of the catalog.
 *
 * <p>An app role is known by its value, which Entra compares letter by letter, cases included.
 *
 * @param table role names by app role value
 */
public record AppRoles(Table<String> table) {

  // https://learn.microsoft.com/entra/identity-platform/reference-app-manifest#approles-attribute
  private static final Pattern VALUE = Pattern.compile("(?!\\.)[\\x21-\\x7E]{1,120}");

  // A value may contain '=', a role's name may not.
  private static final TableFormat<String> FORMAT =
      new TableFormat<>(
          AppRoles::value,
          CatalogNames::role,
          line -> line.lastIndexOf('='),
          "Catalog.Steward = DataSteward");

  /** No app role gives a role. */
  public static AppRoles none() {
    return new AppRoles(Table.empty());
  }

  /**
   * Reads lines {@code <app role value> = <role name>}; a semicolon ends a line, too; lines that
   * begin with {@code #} are comments.
   */
  public static Parsed<AppRoles> parse(String text) {
    return Table.parse(text, FORMAT)
        .fold(table -> Parsed.accepted(new AppRoles(table)), Parsed::refused);
  }

  /** The roles that some app role gives. */
  public Set<String> roles() {
    return table.names();
  }

  /** The roles that these app role values give. */
  public Set<String> rolesOf(Collection<String> values) {
    return table.namesOf(values);
  }

  private static Parsed<String> value(String text) {
    return VALUE.matcher(text).matches()
        ? Parsed.accepted(text)
        : Parsed.refused(
            "Write the Value (not the display name) of an app role: 1 to 120 characters, no"
                + " blanks, no dot at the beginning.");
  }
}
