package io.entrabroker.catalog.config;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What stands above every written configuration, and below it what could not be written. */
final class Headline {

  private Headline() {}

  /** For which catalog it is, and what beats it. */
  static String of(CatalogSettings settings) {
    String text =
        "OpenMetadata "
            + settings.release()
            + ", signing in through the realm "
            + settings.realm().issuer()
            + " with its client "
            + settings.client().id()
            + ".";
    return Comment.of(text, "") + Comment.of(databaseWins(settings), "");
  }

  /**
   * What this form of configuration has no place for, as a comment.
   *
   * @param written which fields the form has a place for
   * @param form how to name the form, such as "an environment variable"
   */
  static String missing(CatalogSettings settings, Predicate<CatalogField> written, String form) {
    return missing(
        settings,
        written,
        form,
        "by bin/catalog-config --apply, in Settings > SSO or in openmetadata.yaml");
  }

  /** As above, with another way. */
  static String missing(
      CatalogSettings settings, Predicate<CatalogField> written, String form, String otherWay) {
    List<CatalogField> missing =
        CatalogFields.of(settings).stream().filter(field -> !written.test(field)).toList();
    if (missing.isEmpty()) {
      return "";
    }
    String fields =
        missing.stream()
            .map(field -> field.path() + " = " + field.in(settings).variable())
            .collect(Collectors.joining(", "));
    return Comment.of("Without " + form + ", so set " + otherWay + ": " + fields, "");
  }

  private static String databaseWins(CatalogSettings settings) {
    return settings.release().keepsSettingsInDatabase()
        ? "Read at the first start only: afterwards the settings in the catalog's database win, until"
            + " ./bootstrap/openmetadata-ops.sh remove-security-config --force."
        : "";
  }
}
