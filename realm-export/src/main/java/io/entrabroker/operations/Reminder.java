package io.entrabroker.operations;

import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.config.CatalogRelease;
import java.util.ArrayList;
import java.util.List;

/** What a catalog needs besides, once its settings were changed while it runs. */
final class Reminder {
  private Reminder() {}

  /** Lines to print. */
  static List<String> of(CatalogRelease release) {
    List<String> lines = new ArrayList<>();
    lines.add("What the catalog needs besides:");
    lines.add(
        "  - Every other replica of it goes on with the settings of before: restart them"
            + " (open-metadata/OpenMetadata#30882).");
    lines.add(
        "  - From now on its database beats files and variables (AUTHENTICATION_*, AUTHORIZER_*,"
            + " OIDC_*), whatever they say. To go back to those: ./bootstrap/openmetadata-ops.sh"
            + " remove-security-config --force on its server, and restart.");
    if (release.compareTo(CatalogRelease.firstOf(CatalogVersion.V2_0)) >= 0) {
      lines.add(
          "  - The length of its own sessions is a variable only: --format docker-env names"
              + " AUTHENTICATION_SESSION_EXPIRY.");
    }
    return lines;
  }
}
