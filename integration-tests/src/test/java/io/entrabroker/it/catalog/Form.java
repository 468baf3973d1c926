package io.entrabroker.it.catalog;

import io.entrabroker.catalog.config.CatalogExport;
import java.util.List;

/** The ways to configure OpenMetadata, each with the files it takes. */
enum Form {
  ENVIRONMENT(CatalogExport.DOCKER_ENV),
  SERVER_YAML(CatalogExport.SERVER_YAML),
  HELM(CatalogExport.HELM_VALUES, CatalogExport.HELM_SECRET),
  SETTINGS_API(CatalogExport.SETTINGS_JSON);

  private final List<CatalogExport> exports;

  Form(CatalogExport... exports) {
    this.exports = List.of(exports);
  }

  List<CatalogExport> exports() {
    return exports;
  }

  /** Whether it can say which claim makes teams: no variable and no value of the chart does. */
  boolean hasTeamClaim() {
    return this == SERVER_YAML || this == SETTINGS_API;
  }
}
