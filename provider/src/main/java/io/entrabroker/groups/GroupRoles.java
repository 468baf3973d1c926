package io.entrabroker.groups;

import io.entrabroker.Parsed;
import io.entrabroker.claims.GroupId;
import java.util.Collection;
import java.util.Set;

/**
 * Which Entra groups give which roles of the catalog.
 *
 * @param table role names by group
 */
public record GroupRoles(Table<GroupId> table) {

  private static final TableFormat<GroupId> FORMAT =
      new TableFormat<>(
          GroupIds::parse,
          CatalogNames::role,
          line -> line.indexOf('='),
          "11111111-2222-4333-8444-555555555555 = DataSteward");

  /** No group gives a role. */
  public static GroupRoles none() {
    return new GroupRoles(Table.empty());
  }

  /**
   * Reads lines {@code <object id> = <role name>}; a semicolon ends a line, too; lines that begin
   * with {@code #} are comments.
   */
  public static Parsed<GroupRoles> parse(String text) {
    return Table.parse(text, FORMAT)
        .fold(table -> Parsed.accepted(new GroupRoles(table)), Parsed::refused);
  }

  /** The groups that give a role. */
  public Set<GroupId> ids() {
    return table.lefts();
  }

  /** The roles that some group gives. */
  public Set<String> roles() {
    return table.names();
  }

  /** The roles of a member of these groups. */
  public Set<String> rolesOf(Collection<GroupId> ids) {
    return table.namesOf(ids);
  }
}
