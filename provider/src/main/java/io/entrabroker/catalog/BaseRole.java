package io.entrabroker.catalog;

import io.entrabroker.Parsed;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The role that everybody has. It is always sent: up to 1.13 the catalog ignores an empty list of
 * roles, so that the last role of somebody could not be taken away otherwise.
 *
 * @param name the role's name in the catalog
 */
public record BaseRole(String name) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,127}");

  /** OpenMetadata's role for people who only read. */
  public static BaseRole standard() {
    return new BaseRole("DataConsumer");
  }

  /** Reads a name; nothing means the standard one. */
  public static Parsed<BaseRole> parse(String text) {
    String name = text.strip();
    if (name.isEmpty()) {
      return Parsed.accepted(standard());
    }
    if (name.equalsIgnoreCase(ProviderSync.ADMIN_ROLE)) {
      return Parsed.refused(
          "The base role must not be Admin: everybody would be an administrator. Write"
              + " DataConsumer, or another role of the catalog.");
    }
    return NAME.matcher(name).matches()
        ? Parsed.accepted(new BaseRole(name))
        : Parsed.refused("The base role must be the name of a role such as DataConsumer.");
  }

  /** These roles and this one, in alphabetical order. */
  public List<String> with(Collection<String> roles) {
    TreeSet<String> all = new TreeSet<>(roles);
    all.add(name);
    return List.copyOf(all);
  }
}
