package io.entrabroker.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.config.CatalogRelease;
import io.entrabroker.doctor.CatalogChecks;
import io.entrabroker.doctor.Check;
import io.entrabroker.doctor.Diagnosis;
import io.entrabroker.operations.doctor.CatalogAnswer;
import io.entrabroker.operations.doctor.CatalogTold;
import io.entrabroker.operations.doctor.CatalogWanted;
import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.user.MailDomains;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Compares what a catalog tells of itself with what the realm would tell it. */
record CatalogExamination(AdminApi admin, String realm, CatalogWeb catalog) {

  // The form of the export that is easiest to compare exists since this release.
  private static final String OLDEST_WITH_JSON = "1.10";

  private static final String SYSTEM = "/api/v1/system";
  private static final String SECURITY = SYSTEM + "/security";
  private static final String AUTHENTICATION = "authenticationConfiguration";
  private static final String AUTHORIZER = "authorizerConfiguration";

  /** How many checks there are. */
  static int checks() {
    return Check.all().size() - Check.ofTheServer();
  }

  /** The findings, in the form of the server's. */
  List<ObjectNode> findings() {
    return diagnoses().stream().map(CatalogExamination::finding).toList();
  }

  private List<Diagnosis> diagnoses() {
    try {
      JsonNode told = catalog.get(SYSTEM + "/config/auth");
      if (!told.isObject()) {
        return List.of(
            CatalogChecks.CATALOG_SILENT.diagnosis(
                "no configuration at " + SYSTEM + "/config/auth"));
      }
      return diagnoses(told);
    } catch (IOException e) {
      return List.of(CatalogChecks.CATALOG_SILENT.diagnosis(e.getClass().getSimpleName()));
    }
  }

  private List<Diagnosis> diagnoses(JsonNode told) throws IOException {
    String written = catalog.get(SYSTEM + "/version").path("version").asText();
    Optional<CatalogRelease> release =
        CatalogRelease.parse(written.replaceAll("-.*", "")).asOptional();
    List<Diagnosis> diagnoses = new ArrayList<>();
    JsonNode all = whole(diagnoses);
    String flow = told.path("clientType").asText();
    CatalogTold found =
        new CatalogTold(
            all.has(AUTHENTICATION) ? all.get(AUTHENTICATION) : told,
            all.has(AUTHORIZER) ? all.get(AUTHORIZER) : catalog.get(SYSTEM + "/config/authorizer"),
            catalog.get(SYSTEM + "/config/jwks"),
            flow.equals("confidential") ? catalog.redirect(login()) : "",
            all.has(AUTHENTICATION));
    diagnoses.addAll(objections(all));
    JsonNode expected = expected(flow, release, diagnoses);
    if (release.isEmpty() && !written.isEmpty()) {
      diagnoses.add(CatalogChecks.UNKNOWN_RELEASE.diagnosis(written));
    }
    diagnoses.addAll(new CatalogAnswer(found, release, wanted(expected)).diagnoses());
    diagnoses.sort(Diagnosis.WORST_FIRST);
    return diagnoses;
  }

  /** Both sections, as administrators read them; missing for anybody else. */
  private JsonNode whole(List<Diagnosis> diagnoses) throws IOException {
    if (catalog.asAdministrator()) {
      try {
        return catalog.getAsAdministrator(SECURITY + "/config");
      } catch (OperationProblem refused) {
        diagnoses.add(CatalogChecks.TOKEN_REFUSED.diagnosis());
      }
    }
    return MissingNode.getInstance();
  }

  private String login() {
    return "/api/v1/auth/login?redirectUri="
        + URLEncoder.encode(catalog.address() + "/callback", UTF_8);
  }

  // The catalog shows a mask in the place of its client's secret, and would try the mask: what is
  // asked is what needs no secret, whether the catalog reaches the realm and its keys.
  private List<Diagnosis> objections(JsonNode all) throws IOException {
    List<Diagnosis> found = new ArrayList<>();
    if (all.path(AUTHENTICATION) instanceof ObjectNode written) {
      ObjectNode asked = all.deepCopy();
      ObjectNode inTheBrowser = written.deepCopy().put("clientType", "public");
      inTheBrowser.remove("oidcConfiguration");
      asked.set(AUTHENTICATION, inTheBrowser);
      for (JsonNode result :
          catalog.postAsAdministrator(SECURITY + "/validate", asked).path("results")) {
        if (result.path("status").asText().equals("failed")) {
          found.add(CatalogChecks.VALIDATOR_OBJECTS.diagnosis(result.path("message").asText()));
        }
      }
    }
    return found;
  }

  private JsonNode expected(
      String flow, Optional<CatalogRelease> release, List<Diagnosis> diagnoses) {
    String asked =
        release
            .filter(CatalogRelease::keepsSettingsInDatabase)
            .map(CatalogRelease::toString)
            .orElse(OLDEST_WITH_JSON);
    String form = "/" + realm + "/openmetadata/catalog-config/settings-json?release=" + asked;
    AdminAnswer answer = admin.send("GET", form);
    if (!answer.isSuccess() && flow.matches("public|confidential")) {
      // Both clients are enabled, or none: then the catalog chooses.
      answer = admin.send("GET", form + "&flow=" + flow);
    }
    if (!answer.isSuccess()) {
      diagnoses.add(CatalogChecks.NOT_COMPARED.diagnosis(answer.errorMessage()));
      return MissingNode.getInstance();
    }
    return answer.body();
  }

  private CatalogWanted wanted(JsonNode expected) {
    JsonNode providers = admin.get("/" + realm + "/identity-provider/instances");
    List<JsonNode> settings =
        StreamSupport.stream(providers.spliterator(), false)
            .filter(provider -> provider.path("providerId").asText().equals("entra"))
            .filter(provider -> provider.path("enabled").asBoolean())
            .map(provider -> provider.path("config"))
            .toList();
    return new CatalogWanted(
        expected,
        settings.stream()
            .map(config -> config.path("mailDomains").asText())
            .flatMap(text -> MailDomains.parse(text).asOptional().stream())
            .flatMap(domains -> domains.names().stream())
            .collect(Collectors.toSet()),
        settings.stream()
            .map(config -> config.path("catalogVersion").asText("1.9"))
            .flatMap(text -> CatalogVersion.parse(text).asOptional().stream())
            .findFirst());
  }

  private static ObjectNode finding(Diagnosis diagnosis) {
    ObjectNode finding = JsonNodeFactory.instance.objectNode();
    diagnosis.members().forEach(finding::put);
    return finding;
  }
}
