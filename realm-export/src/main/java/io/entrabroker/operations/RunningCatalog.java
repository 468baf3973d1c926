package io.entrabroker.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.catalog.config.CatalogRelease;
import io.entrabroker.operations.catalog.CatalogApi;
import io.entrabroker.operations.catalog.CatalogApi.Answer;
import io.entrabroker.operations.catalog.CatalogPaths;
import io.entrabroker.operations.catalog.SecuritySettings;

/**
 * A catalog that runs, and what it says of itself.
 *
 * @param api asked by its administrator
 */
record RunningCatalog(CatalogApi api) {

  /**
   * Its release.
   *
   * @throws OperationProblem if it does not say which, or if that has no settings to change
   */
  CatalogRelease release() {
    String told = api.get(CatalogPaths.VERSION).body().path("version").asText("");
    CatalogRelease release =
        CatalogRelease.parse(told.replaceAll("-.*", ""))
            .fold(
                known -> known,
                problem -> {
                  throw new OperationProblem(
                      "The catalog does not say which release it is: is "
                          + api.base()
                          + " the address of OpenMetadata? "
                          + (told.isEmpty() ? "" : problem));
                });
    if (!release.keepsSettingsInDatabase()) {
      throw new OperationProblem(
          "OpenMetadata "
              + release
              + " reads its settings at its start only (1.10 and later can be changed while they"
              + " run): write them with --format docker-env, openmetadata-yaml or helm-values, and"
              + " restart it.");
    }
    return release;
  }

  /**
   * Its settings, masked.
   *
   * @throws OperationProblem for whoever may not see them
   */
  SecuritySettings settings() {
    Answer answer = api.get(CatalogPaths.SETTINGS);
    if (!answer.isSuccess()) {
      throw new OperationProblem(refusal(answer.status()));
    }
    return SecuritySettings.of(answer.body());
  }

  static String refusal(int status) {
    return switch (status) {
      case 401 ->
          "The catalog does not take the token (401): it is wrong, or has expired. Give a new one.";
      case 403 ->
          "The catalog knows the token, whose owner is no administrator (403): give an"
              + " administrator's.";
      case 404 ->
          "The catalog has no settings to change while it runs (404): write them with --format"
              + " docker-env, openmetadata-yaml or helm-values, and restart it.";
      default -> "The catalog answered " + status + " when asked for its settings.";
    };
  }

  /** The username of whoever asks, or nothing. */
  String caller() {
    return api.get(CatalogPaths.PERSON).body().path("name").asText("");
  }

  /** What it tells everybody of its sign-in. */
  JsonNode told() {
    return api.as("").get(CatalogPaths.TOLD).body();
  }
}
