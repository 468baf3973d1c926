package io.entrabroker.it.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.App;
import io.entrabroker.it.Json;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Stack;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.openmetadata.ConfigurationFiles;
import io.entrabroker.samplecatalog.openmetadata.Release;
import io.entrabroker.simulator.directory.GroupChange;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests share that start a catalog from nothing but exported files. */
abstract class ExportTest extends PeopleTest {

  /** In a group that is bound to a team and gives a role. */
  static final Someone MEMBER = new Someone("Xenia");

  /** The catalog's first administrator. */
  static final Someone ADMIN = new Someone("Xaver");

  private static final String GROUP = "97009590-0000-4000-8000-000000000002";

  private static Address address;

  @TempDir Path folder;

  @BeforeAll
  static void registerAnAddress() {
    address = new Address(Stack.shared());
  }

  @AfterAll
  static void forgetTheAddress() {
    address.close();
  }

  @BeforeEach
  final void invite() {
    entra(MEMBER.arrives(), ADMIN.arrives(), GroupChange.add(GROUP, "Stewards", MEMBER.objectId()));
    trialWith("groupBindings", GROUP + " = Curators", "groupRoles", GROUP + " = DataSteward");
  }

  final ExportedFiles exported() {
    return new ExportedFiles(stack, address, ADMIN);
  }

  /** A catalog of this release that knows these files and, for a server's YAML, the secret. */
  final SampleCatalog catalog(String release, Path... files) {
    ConfigurationFiles reader =
        new ConfigurationFiles(
            Release.of(release), Map.of("OIDC_CLIENT_SECRET", stack.catalogSecret()));
    return SampleCatalog.configuredBy(reader.read(files))
        .port(address.port())
        .upstreams(TRIAL)
        .teams("Insights", "Curators")
        .start();
  }

  final Visit visit() {
    return new Visit(stack, address.url(), TRIAL);
  }

  /** The catalog's answer to a bearer. */
  final HttpResponse<String> answer(String token) {
    return App.get(address.url() + "/api/v1/users/loggedInUser", token);
  }

  final JsonNode person(Flow flow, Someone someone) {
    try (Visit visit = visit()) {
      return Json.read(answer(visit.signsIn(flow, someone)).body());
    }
  }
}
