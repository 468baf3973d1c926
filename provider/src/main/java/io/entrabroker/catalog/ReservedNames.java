package io.entrabroker.catalog;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.IdentityKey;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Usernames that are the catalog's own: whoever gets the name of a bot or of an administrator is
 * that bot or administrator to OpenMetadata.
 *
 * @param patterns names, lower case; one that begins with '*' stands for all that end so
 * @param bindings the only person who may have a name, by name
 */
public record ReservedNames(Set<String> patterns, Map<String, IdentityKey> bindings) {

  /** OpenMetadata's administrator. */
  public static final String ADMIN = "admin";

  /** The bots that OpenMetadata's versions create at the start (json/data/botUser), lower case. */
  static final List<String> BOTS =
      List.of(
          "ingestion-bot",
          "autoclassification-bot",
          "governance-bot",
          "lineage-bot",
          "mcpapplicationbot",
          "memory-bot",
          "ontology-bot",
          "profiler-bot",
          "quality-bot",
          "scim-bot",
          "testsuite-bot",
          "usage-bot");

  /**
   * What is reserved unless a setting says otherwise, as it is written in one: the administrator,
   * the bots by name, and by ending the bots that administrators ({@code *-bot}) and applications
   * ({@code <application>Bot}) add.
   */
  public static final List<String> DEFAULTS =
      Stream.of(Stream.of(ADMIN), BOTS.stream(), Stream.of("*-bot", "*applicationbot", "*appbot"))
          .flatMap(names -> names)
          .toList();

  public ReservedNames {
    patterns = Set.copyOf(patterns);
    bindings = Map.copyOf(bindings);
  }

  /** {@link #DEFAULTS}, bound to nobody. */
  public static ReservedNames standard() {
    return new ReservedNames(Set.copyOf(DEFAULTS), Map.of());
  }

  /**
   * Reads entries of the forms {@code name}, {@code *ending} and {@code name = tenantId:objectId}.
   *
   * @return the names, or a sentence about the first wrong entry
   */
  public static Parsed<ReservedNames> parse(List<String> entries) {
    Set<String> patterns = new LinkedHashSet<>();
    Map<String, IdentityKey> bindings = new HashMap<>();
    for (String entry : entries) {
      String[] parts = entry.split("=", 2);
      String name = parts[0].strip().toLowerCase(Locale.ROOT);
      Optional<IdentityKey> person = parts.length == 2 ? key(parts[1].strip()) : Optional.empty();
      if (!isName(name) || (parts.length == 2 && (person.isEmpty() || name.startsWith("*")))) {
        return Parsed.refused(
            "'"
                + Shortened.of(entry.strip())
                + "' is no reserved name: write name, *ending or"
                + " name = tenant id:object id.");
      }
      IdentityKey earlier = person.map(key -> bindings.putIfAbsent(name, key)).orElse(null);
      if (earlier != null && !person.equals(Optional.of(earlier))) {
        return Parsed.refused(
            "'" + Shortened.of(name) + "' is bound to two people: leave one of them.");
      }
      patterns.add(name);
    }
    return Parsed.accepted(new ReservedNames(patterns, bindings));
  }

  /** With these names, too: the catalog's {@code adminPrincipals}, for example. */
  public ReservedNames and(Set<String> names) {
    Set<String> all = new LinkedHashSet<>(patterns);
    names.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
    return new ReservedNames(all, bindings);
  }

  /** Whether the name is the catalog's own, as OpenMetadata reads it. */
  public boolean isReserved(String username) {
    String name = CatalogName.asRead(username.toLowerCase(Locale.ROOT));
    return patterns.contains(name)
        || patterns.stream()
            .anyMatch(entry -> entry.startsWith("*") && name.endsWith(entry.substring(1)));
  }

  /** Whether this person may have the name: it is not reserved, or bound to exactly them. */
  public boolean allows(String username, IdentityKey person) {
    String name = CatalogName.asRead(username.toLowerCase(Locale.ROOT));
    return !isReserved(name) || person.equals(bindings.get(name));
  }

  private static boolean isName(String name) {
    String letters = name.startsWith("*") ? name.substring(1) : name;
    return CatalogName.parse(letters).asOptional().isPresent() && letters.indexOf('*') < 0;
  }

  private static Optional<IdentityKey> key(String text) {
    String[] ids = text.split(":", -1);
    if (ids.length != 2) {
      return Optional.empty();
    }
    Optional<TenantId> tenant = TenantId.parse(ids[0].strip());
    return TenantId.parse(ids[1].strip())
        .flatMap(object -> tenant.map(id -> new IdentityKey(id, object.value())));
  }
}
