package io.entrabroker.quickstart.realm;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an identity provider makes of people: whose address it believes, and what groups and app
 * roles are for. All texts are those of docs/configuration.md, entries end with a semicolon; an
 * empty one leaves the provider as it is configured.
 *
 * @param mailDomains separated by commas
 * @param appRoles {@code app role = role of the catalog}
 * @param groupRoles {@code object id of a group = role of the catalog}
 * @param groupBindings {@code object id of a group = team of the catalog}
 */
public record Policy(String mailDomains, String appRoles, String groupRoles, String groupBindings) {

  /** The teams that people may be put in, by name. */
  public Set<String> teams() {
    return new TreeSet<>(rightSides(groupBindings));
  }

  /** The roles that people may be given, by name. */
  public Set<String> roles() {
    Set<String> roles = new TreeSet<>(rightSides(appRoles));
    roles.addAll(rightSides(groupRoles));
    return roles;
  }

  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("mailDomains", mailDomains);
    settings.put("appRoles", appRoles);
    settings.put("groupRoles", groupRoles);
    settings.put("groupBindings", groupBindings);
    settings.values().removeIf(String::isEmpty);
    return settings;
  }

  boolean needsGroups() {
    return !groupRoles.isEmpty() || !groupBindings.isEmpty();
  }

  private static List<String> rightSides(String lines) {
    return Arrays.stream(lines.split("[;\n\r]+"))
        .filter(line -> line.contains("="))
        .map(line -> line.substring(line.indexOf('=') + 1).strip())
        .toList();
  }
}
