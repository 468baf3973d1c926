package io.entrabroker.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.config.CatalogRelease;
import io.entrabroker.doctor.CatalogAnswer;
import io.entrabroker.doctor.Check;
import io.entrabroker.doctor.Diagnosis;
import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.operations.keycloak.AdminApi;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Compares what a catalog tells of itself with what the realm would tell it. */
record CatalogExamination(AdminApi admin, String realm, CatalogWeb catalog) {

  // The form of the export that is easiest to compare exists since this release.
  private static final String OLDEST_WITH_JSON = "1.10";

  /** How many checks there are. */
  static int checks() {
    return Check.all().size() - Check.ofTheServer();
  }

  /** The findings, in the form of the server's. */
  List<ObjectNode> findings() {
    return diagnoses().stream().map(CatalogExamination::finding).toList();
  }

  private List<Diagnosis> diagnoses() {
    JsonNode told;
    JsonNode keys;
    JsonNode version;
    try {
      told = catalog.get("/api/v1/system/config/auth");
      keys = catalog.get("/api/v1/system/config/jwks");
      version = catalog.get("/api/v1/system/version").path("version");
    } catch (IOException e) {
      return List.of(CatalogAnswer.silent(e.getClass().getSimpleName()));
    }
    if (!told.isObject()) {
      return List.of(CatalogAnswer.silent("no configuration at /api/v1/system/config/auth"));
    }
    Optional<CatalogRelease> release =
        CatalogRelease.parse(version.asText().replaceAll("-.*", "")).asOptional();
    return new CatalogAnswer(
            told,
            keys,
            release.map(CatalogRelease::version),
            expected(told.path("clientType").asText(), release),
            setUpFor())
        .diagnoses();
  }

  private JsonNode expected(String flow, Optional<CatalogRelease> release) {
    String asked =
        release
            .filter(CatalogRelease::keepsSettingsInDatabase)
            .map(CatalogRelease::toString)
            .orElse(OLDEST_WITH_JSON);
    AdminAnswer answer =
        admin.send(
            "GET",
            "/"
                + realm
                + "/openmetadata/catalog-config/settings-json?release="
                + asked
                + (flow.matches("public|confidential") ? "&flow=" + flow : ""));
    if (!answer.isSuccess()) {
      throw new OperationProblem(
          "The realm does not say what the catalog has to be told: " + answer.errorMessage());
    }
    return answer.body().path("authenticationConfiguration");
  }

  private Optional<CatalogVersion> setUpFor() {
    JsonNode providers = admin.get("/" + realm + "/identity-provider/instances");
    return StreamSupport.stream(providers.spliterator(), false)
        .filter(provider -> provider.path("providerId").asText().equals("entra"))
        .filter(provider -> provider.path("enabled").asBoolean())
        .map(provider -> provider.path("config").path("catalogVersion").asText("1.9"))
        .flatMap(text -> CatalogVersion.parse(text).asOptional().stream())
        .findFirst();
  }

  private static ObjectNode finding(Diagnosis diagnosis) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", diagnosis.check().code())
        .put("severity", diagnosis.check().severity().text())
        .put("found", diagnosis.check().found())
        .put("detail", diagnosis.detail())
        .put("remedy", diagnosis.check().remedy());
  }
}
