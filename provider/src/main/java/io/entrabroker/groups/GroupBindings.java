package io.entrabroker.groups;

import io.entrabroker.Parsed;
import io.entrabroker.claims.GroupId;
import java.util.Collection;
import java.util.Set;

/**
 * Which Entra groups make a person a member of which teams. A team is a top-level group of the
 * realm, and the catalog's team of that name.
 *
 * <p>Keyed by object id: renaming a group moves nobody, and a second group of the same name takes
 * nothing over.
 *
 * @param table team names by group
 */
public record GroupBindings(Table<GroupId> table) {

  private static final TableFormat<GroupId> FORMAT =
      new TableFormat<>(
          GroupIds::parse,
          CatalogNames::team,
          line -> line.indexOf('='),
          "11111111-2222-4333-8444-555555555555 = Data stewards");

  /** No group is bound. */
  public static GroupBindings none() {
    return new GroupBindings(Table.empty());
  }

  /**
   * Reads lines {@code <object id> = <team name>}; a semicolon ends a line, too; lines that begin
   * with {@code #} are comments.
   */
  public static Parsed<GroupBindings> parse(String text) {
    return Table.parse(text, FORMAT)
        .fold(table -> Parsed.accepted(new GroupBindings(table)), Parsed::refused);
  }

  /** The groups that are bound. */
  public Set<GroupId> ids() {
    return table.lefts();
  }

  /** The teams that some group is bound to. */
  public Set<String> teams() {
    return table.names();
  }

  /** The teams of a member of these groups. */
  public Set<String> teamsOf(Collection<GroupId> ids) {
    return table.namesOf(ids);
  }
}
