package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.samplecatalog.openmetadata.ConfigurationException;
import io.entrabroker.samplecatalog.openmetadata.MaskedConfiguration;
import io.entrabroker.samplecatalog.openmetadata.OpenMetadataConfiguration;
import io.entrabroker.samplecatalog.openmetadata.Surroundings;
import io.entrabroker.samplecatalog.settings.CatalogSettings;
import io.javalin.http.Context;
import java.util.function.Consumer;

/**
 * {@code /api/v1/system/security} (since 1.10): the settings of the sign-in, which an administrator
 * reads, tries and changes while the catalog runs.
 *
 * <p>A mask that is written back becomes the secret, as up to 1.13 (issue 31989 and before).
 */
final class SecurityApi {
  private final Surroundings around;
  private final Consumer<CatalogSettings> reload;
  private OpenMetadataConfiguration saved;

  /**
   * @param saved what the catalog was started with
   * @param around what no configuration speaks of
   * @param reload makes the catalog go by other settings
   */
  SecurityApi(
      OpenMetadataConfiguration saved, Surroundings around, Consumer<CatalogSettings> reload) {
    this.saved = saved;
    this.around = around;
    this.reload = reload;
  }

  /** {@code GET …/config}: both sections, masked. */
  synchronized void read(Context http) {
    Answers.json(http, 200, MaskedConfiguration.of(saved.body()));
  }

  /** {@code GET /api/v1/system/config/authorizer}: one of them, for everybody. */
  synchronized void rights(Context http) {
    Answers.json(http, 200, saved.body().path("authorizerConfiguration"));
  }

  /** {@code PUT …/config}: both sections, whole. */
  void replace(Context http) {
    save(http, Requests.body(http));
  }

  /** {@code PATCH …/config}: a JSON patch of what is saved. */
  synchronized void patch(Context http) {
    try {
      save(http, JsonPatch.applied(Requests.body(http), saved.body()));
    } catch (IllegalArgumentException doesNotFit) {
      Answers.error(http, 400, String.valueOf(doesNotFit.getMessage()));
    }
  }

  private synchronized void save(Context http, JsonNode body) {
    try {
      OpenMetadataConfiguration wanted = configuration(body);
      reload.accept(wanted.settings(around));
      saved = wanted;
      Answers.json(http, 200, MaskedConfiguration.of(saved.body()));
    } catch (ConfigurationException wrong) {
      Answers.error(http, 400, String.valueOf(wrong.getMessage()));
    }
  }

  /** {@code POST …/validate}: what OpenMetadata's validator for custom-oidc has against it. */
  void validate(Context http) {
    JsonNode body = Requests.body(http);
    try {
      OpenMetadataConfiguration wanted = configuration(body);
      Answers.json(http, 200, new ConfigurationCheck((ObjectNode) body, wanted).answer());
    } catch (ConfigurationException wrong) {
      Answers.json(
          http, 200, ConfigurationCheck.failure("schema", String.valueOf(wrong.getMessage())));
    }
  }

  private OpenMetadataConfiguration configuration(JsonNode body) {
    if (body instanceof ObjectNode object) {
      return OpenMetadataConfiguration.of(object, saved.release());
    }
    throw ConfigurationException.because("The body has no members");
  }
}
