package io.entrabroker.samplecatalog.rules;

import java.util.List;
import java.util.stream.Stream;

/** Who is in a catalog before anybody signs in. */
final class BuiltInUsers {
  private static final List<String> BOTS =
      List.of(
          "autoclassification-bot",
          "governance-bot",
          "ingestion-bot",
          "lineage-bot",
          "mcpapplicationbot",
          "memory-bot",
          "ontology-bot",
          "profiler-bot",
          "quality-bot",
          "scim-bot",
          "testsuite-bot",
          "usage-bot");

  private BuiltInUsers() {}

  static boolean isBot(String username) {
    return BOTS.contains(username);
  }

  /** The administrators and bots, as {@code name@principalDomain}. */
  static List<CatalogUser> of(CatalogRules rules) {
    String domain = "@" + rules.domains().principal();
    Stream<CatalogUser> admins =
        rules.adminPrincipals().stream()
            .map(name -> CatalogUser.signedUp(new Principal(name, name + domain), "").promoted());
    Stream<CatalogUser> bots =
        BOTS.stream().map(name -> CatalogUser.signedUp(new Principal(name, name + domain), ""));
    return Stream.concat(bots, admins).toList();
  }
}
