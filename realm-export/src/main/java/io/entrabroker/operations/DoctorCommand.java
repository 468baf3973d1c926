package io.entrabroker.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.operations.TransportOptions.Server;
import io.entrabroker.operations.keycloak.AdminApi;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bin/doctor}: says what is wrong with a set-up. */
@Command(
    name = "doctor",
    description = "Says what is wrong with realm, identity provider, Entra ID and catalog.",
    footer = {
      "",
      "Credentials come from the environment: KEYCLOAK_ADMIN_USERNAME and KEYCLOAK_ADMIN_PASSWORD of"
          + " an administrator, or KEYCLOAK_ADMIN_CLIENT_ID and KEYCLOAK_ADMIN_CLIENT_SECRET of a"
          + " service account. View rights over the realm, its clients, users and identity providers"
          + " are enough. Nothing is changed.",
      "",
      "Exit code: 0 without errors, 3 with errors, 1 if it could not be found out. What each finding"
          + " means: docs/messages.md."
    },
    sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

  /** Something is wrong with the set-up. */
  static final int SICK = 3;

  private static final Path NO_FILE = Path.of("");

  private final Surroundings surroundings;

  @Mixin private KeycloakOptions keycloak = new KeycloakOptions();
  @Mixin private TransportOptions transport = new TransportOptions();

  @Option(
      names = "--catalog",
      paramLabel = "URL",
      description = "A running catalog: what it tells of itself is looked at, too.")
  private URI catalog = URI.create("");

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A token of an administrator of the catalog (the variable OPENMETADATA_TOKEN does it, too): what"
              + " only administrators are told is looked at, and OpenMetadata's own validator asked.")
  private Path catalogToken = NO_FILE;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--help", usageHelp = true, description = "This text.")
  private boolean help;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    AdminApi admin = keycloak.admin(surroundings.environment(), transport);
    Optional<CatalogWeb> running = catalog();
    String realm = ExportOptions.encoded(keycloak.realm());
    ObjectNode report = (ObjectNode) admin.get("/" + realm + "/openmetadata/doctor");
    if (running.isPresent()) {
      CatalogExamination examination = new CatalogExamination(admin, realm, running.get());
      ((ArrayNode) report.get("findings")).addAll(examination.findings());
      report.set("findings", worstFirst(report.get("findings")));
      report.put("checked", report.get("checked").asInt() + CatalogExamination.checks());
    }
    print(report);
    return hasErrors(report) ? SICK : 0;
  }

  private void print(ObjectNode report) throws IOException {
    PrintWriter out = surroundings.out();
    if (json) {
      out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      new DoctorReport(report, colours()).print(out, surroundings.colours());
    }
    out.flush();
  }

  private Optional<CatalogWeb> catalog() {
    if (catalog.toString().isEmpty()) {
      return Optional.empty();
    }
    String text =
        CatalogOptions.token(catalogToken, CatalogOptions.TOKEN, surroundings.environment());
    return Optional.of(
        text.isEmpty()
            ? new CatalogWeb(TransportOptions.address(catalog, Server.CATALOG))
            : new CatalogWeb(
                transport.confidential(catalog, Server.CATALOG), Optional.of(new Secret(text))));
  }

  // What the catalog does wrong may follow from what the realm does wrong: of two of the same
  // severity the realm's stays first.
  private static ArrayNode worstFirst(JsonNode findings) {
    List<JsonNode> sorted = new ArrayList<>();
    findings.forEach(sorted::add);
    sorted.sort(Comparator.comparingInt(DoctorReport::rank));
    return JsonNodeFactory.instance.arrayNode().addAll(sorted);
  }

  // https://no-color.org
  private Ansi colours() {
    return surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty() ? Ansi.AUTO : Ansi.OFF;
  }

  private static boolean hasErrors(JsonNode report) {
    for (JsonNode finding : report.get("findings")) {
      if (finding.get("severity").asText().equals("error")) {
        return true;
      }
    }
    return false;
  }
}
