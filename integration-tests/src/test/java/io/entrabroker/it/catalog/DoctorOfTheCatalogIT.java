package io.entrabroker.it.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.config.CatalogExport;
import io.entrabroker.it.CommandRun;
import io.entrabroker.it.Json;
import io.entrabroker.samplecatalog.SampleCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code bin/doctor --catalog} on a catalog that was given the export, and on one that was given it
 * with something changed.
 */
class DoctorOfTheCatalogIT extends ExportTest {

  private static final String RELEASE = "1.13.1";

  private static final Pattern OF_THE_CATALOG = Pattern.compile("ENTRA65[0-9]{2}");
  private static final String CLIENTS = "/openmetadata/clients";

  private final List<JsonNode> before = new ArrayList<>();

  /** Whether a token of an administrator of the catalog is given. */
  private enum Asker {
    ANYBODY,
    ADMINISTRATOR
  }

  @BeforeEach
  void theCatalogIsWhereTheseTestsStartIt() {
    for (Flow flow : Flow.values()) {
      JsonNode client = stack.admin().get(CLIENTS + "?clientId=" + flow.clientId()).get(0);
      before.add(client);
      put(client.<ObjectNode>deepCopy().put("rootUrl", exported().address().url()));
    }
  }

  @AfterEach
  void putClientsBack() {
    before.forEach(this::put);
  }

  private void put(JsonNode client) {
    stack.admin().put(CLIENTS + "/" + client.get("id").asText(), client);
  }

  /** What is left are notes about the release, which no configuration changes. */
  @Test
  void aCatalogWithTheExportIsFine() {
    for (Flow flow : Flow.values()) {
      for (Asker asker : Asker.values()) {
        assertThat(findings(flow, RELEASE, asker, written -> {}))
            .as(flow + " " + asker)
            .isEqualTo(
                flow == Flow.PUBLIC ? Set.of("ENTRA6527") : Set.of("ENTRA6526", "ENTRA6527"));
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> whatEverybodyIsToldIsEnough() {
    Map<String, Consumer<ObjectNode>> faults = new LinkedHashMap<>();
    faults.put("ENTRA6503", c -> sign(c).put("authority", "http://localhost:1/realms/another"));
    faults.put("ENTRA6507", c -> keys(c).set(0, "http://localhost:1/certs"));
    faults.put("ENTRA6508", c -> keys(c).remove(1));
    faults.put("ENTRA6509", c -> keys(c).add("http://localhost:1/keys"));
    faults.put("ENTRA6510", c -> sign(c).put("tokenValidationAlgorithm", "ES256"));
    faults.put(
        "ENTRA6511",
        c -> sign(c).putArray("jwtPrincipalClaimsMapping").add("username:sub").add("email:email"));
    faults.put("ENTRA6513", c -> sign(c).put("enableSelfSignup", false));
    faults.put("ENTRA6519", c -> oidc(c).put("id", "account"));
    faults.put("ENTRA6520", c -> oidc(c).put("prompt", "consent"));
    faults.put("ENTRA6521", c -> oidc(c).put("disablePkce", true));
    faults.put("ENTRA6515", c -> rights(c).put("principalDomain", "open-metadata.org"));
    faults.put("ENTRA6516", c -> rights(c).put("useRolesFromProvider", false));
    faults.put("ENTRA6518", c -> ((ArrayNode) rights(c).get("adminPrincipals")).add("admin"));
    return tests(faults, Asker.ANYBODY);
  }

  @TestFactory
  Stream<DynamicTest> anAdministratorsTokenTellsMore() {
    Map<String, Consumer<ObjectNode>> faults = new LinkedHashMap<>();
    // What everybody is told here is the address of the client with a secret.
    faults.put("ENTRA6506", c -> sign(c).put("callbackUrl", "http://localhost:1/callback"));
    faults.put("ENTRA6517", c -> sign(c).put("jwtTeamClaimMapping", "teams"));
    faults.put("ENTRA6517 nothing", c -> sign(c).put("jwtTeamClaimMapping", ""));
    faults.put("ENTRA6517 not set", c -> sign(c).remove("jwtTeamClaimMapping"));
    faults.put("ENTRA6516 not set", c -> rights(c).remove("useRolesFromProvider"));
    faults.put("ENTRA6528", c -> sign(c).put("jwtTeamClaimMapping", "teams"));
    faults.put(
        "ENTRA6529",
        c -> rights(c).putArray("allowedEmailRegistrationDomains").add("elsewhere.example"));
    faults.put("ENTRA6531", c -> oidc(c).put("scope", "openid profile"));
    faults.put("ENTRA6532", c -> oidc(c).put("preferredJwsAlgorithm", "ES256"));
    faults.put("ENTRA6524", c -> keys(c).add("http://localhost:1/keys"));
    return tests(faults, Asker.ADMINISTRATOR);
  }

  private Stream<DynamicTest> tests(Map<String, Consumer<ObjectNode>> faults, Asker asker) {
    return faults.entrySet().stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.getKey(),
                    () ->
                        assertThat(findings(Flow.CONFIDENTIAL, RELEASE, asker, fault.getValue()))
                            .contains(fault.getKey().substring(0, "ENTRA0000".length()))));
  }

  @Test
  void whatNobodyIsToldIsNotTakenForAbsent() {
    assertThat(
            findings(
                Flow.CONFIDENTIAL,
                RELEASE,
                Asker.ANYBODY,
                written -> sign(written).remove("jwtTeamClaimMapping")))
        .isEqualTo(Set.of("ENTRA6526", "ENTRA6527"));
  }

  @Test
  void aReleaseForWhichTheRealmIsNotSetUpIsFound() {
    assertThat(findings(Flow.CONFIDENTIAL, "2.0.0", Asker.ANYBODY, written -> {}))
        .contains("ENTRA6514", "ENTRA6523");
  }

  @Test
  void anOldReleaseIsFound() {
    assertThat(findings(Flow.CONFIDENTIAL, "1.12.6", Asker.ANYBODY, written -> {}))
        .containsExactly("ENTRA6522", "ENTRA6526", "ENTRA6527");
  }

  @Test
  void aCatalogThatUsesTheOtherClientIsFound() {
    put(before.get(Flow.PUBLIC.ordinal()).<ObjectNode>deepCopy().put("enabled", false));

    assertThat(findings(Flow.PUBLIC, RELEASE, Asker.ANYBODY, written -> {}))
        .contains("ENTRA6504", "ENTRA6505");
  }

  private static ObjectNode sign(ObjectNode written) {
    return (ObjectNode) written.get("authenticationConfiguration");
  }

  private static ObjectNode oidc(ObjectNode written) {
    return (ObjectNode) sign(written).get("oidcConfiguration");
  }

  private static ObjectNode rights(ObjectNode written) {
    return (ObjectNode) written.get("authorizerConfiguration");
  }

  private static ArrayNode keys(ObjectNode written) {
    return (ArrayNode) sign(written).get("publicKeyUrls");
  }

  private Set<String> findings(
      Flow flow, String release, Asker asker, Consumer<ObjectNode> change) {
    ObjectNode written =
        (ObjectNode) Json.read(exported().text(CatalogExport.SETTINGS_JSON, flow, release));
    change.accept(written);
    Path file = ExportedFiles.write(folder.resolve("catalog.json"), written.toString());
    try (SampleCatalog catalog = catalog(release, file)) {
      String out = doctor(asker == Asker.ADMINISTRATOR ? catalog.administratorsToken() : "");
      return OF_THE_CATALOG
          .matcher(out)
          .results()
          .map(found -> found.group())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private String doctor(String token) {
    CommandRun run =
        CommandRun.of(
            stack.keycloak(),
            Map.of("OPENMETADATA_TOKEN", token),
            "doctor",
            "--json",
            "--catalog=" + exported().address().url());
    assertThat(run.out()).startsWith("{").contains("\"checked\"");
    if (!token.isEmpty()) {
      assertThat(run.out()).doesNotContain(token);
    }
    return run.out();
  }
}
