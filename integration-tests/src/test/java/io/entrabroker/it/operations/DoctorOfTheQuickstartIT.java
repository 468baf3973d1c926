package io.entrabroker.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.CommandRun;
import io.entrabroker.it.Json;
import io.entrabroker.it.RecordedKeycloak;
import io.entrabroker.it.RunningKeycloak;
import io.entrabroker.it.Stack;
import io.entrabroker.it.leaks.Recording;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.quickstart.keycloak.KeycloakDistribution;
import io.entrabroker.quickstart.keycloak.KeycloakSetup;
import io.entrabroker.quickstart.keycloak.KeycloakTemplates;
import io.entrabroker.quickstart.keycloak.StartOptions;
import io.entrabroker.quickstart.realm.Broker;
import io.entrabroker.quickstart.realm.Brokers;
import io.entrabroker.quickstart.realm.CatalogClients;
import io.entrabroker.quickstart.realm.RealmImport;
import io.entrabroker.quickstart.upstream.SimulatedTenant;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.simulator.EntraSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code bin/doctor} on what {@code bin/quickstart} sets up: nothing is wrong with it, and whatever
 * goes wrong is the first thing said.
 */
class DoctorOfTheQuickstartIT {

  private static final Path ROOT = Stack.ROOT.normalize();
  private static final Path WORK = ROOT.resolve("integration-tests/target");
  private static final URI SOME_ADDRESS = URI.create("http://localhost:8585");
  private static final String REALM = "/openmetadata";
  private static final String ENTRA = REALM + "/identity-provider/instances/entra";
  private static final int FINE = 0;
  private static final int SICK = 3;

  private static EntraSimulator simulator;
  private static RunningKeycloak keycloak;
  private static SampleCatalog catalog;

  /** Something that goes wrong; what comes back mends it. */
  private interface Fault extends Supplier<Runnable> {}

  @BeforeAll
  static void start() {
    simulator =
        EntraSimulator.builder().watchedBy(Recording.ofThisRun().upstream()).httpPort(0).start();
    String secret = UUID.randomUUID().toString();
    KeycloakSetup setup =
        KeycloakSetup.of(KeycloakDistribution.find(ROOT))
            .withJars(
                ROOT.resolve("provider/target/openmetadata-entra-provider.jar"),
                ROOT.resolve("themes/target/openmetadata-entra-themes.jar"))
            .withRealm(ROOT.resolve("realm-export/openmetadata-realm.json"))
            .withImportEnvironment(RealmImport.environment(SOME_ADDRESS, "set-once-it-runs"));
    keycloak =
        RecordedKeycloak.started(
            new KeycloakTemplates(WORK.resolve("keycloak-templates")).prepare(setup),
            StartOptions.forTests()
                .withServerOptions(
                    "--spi-identity_provider--entra--login-hosts="
                        + simulator.httpUri().getAuthority()),
            WORK.resolve("keycloak"));
    new Brokers(keycloak.admin()).set(new SimulatedTenant(simulator.httpUri()).brokers());
    catalog =
        SampleCatalog.builder()
            .realm(keycloak.realmUri())
            .confidentialClient(CatalogClients.WEB, secret)
            .publicClient(CatalogClients.SPA)
            .prompt("")
            .start();
    tellWhereTheCatalogIs(secret);
  }

  // The quickstart knows the port before it imports the realm; here it is any that is free.
  private static void tellWhereTheCatalogIs(String secret) {
    AdminApi admin = keycloak.admin();
    for (String clientId : new String[] {CatalogClients.WEB, CatalogClients.SPA}) {
      String path = client(clientId);
      ObjectNode client =
          (ObjectNode) Json.replaced(admin.get(path), SOME_ADDRESS.toString(), catalogUrl());
      if (clientId.equals(CatalogClients.WEB)) {
        client.put("secret", secret);
      }
      admin.put(path, client);
    }
    admin.put(REALM, Json.replaced(admin.get(REALM), SOME_ADDRESS.toString(), catalogUrl()));
  }

  @AfterAll
  static void end() {
    catalog.close();
    keycloak.close();
    simulator.close();
  }

  @Test
  void theQuickstartHasNoError() {
    CommandRun ended = doctor();

    assertThat(ended.code()).as(ended.out()).isEqualTo(FINE);
    assertThat(ended.out()).contains(" checks: 0 errors, ");
  }

  @TestFactory
  Stream<DynamicTest> aFaultIsTheFirstThingNamed() {
    return faults().entrySet().stream()
        .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> isNamedFirst(fault)));
  }

  private void isNamedFirst(Map.Entry<String, Fault> fault) {
    Runnable mend = fault.getValue().get();
    try {
      CommandRun ended = doctor();

      assertThat(ended.code()).isEqualTo(SICK);
      assertThat(ended.out())
          .startsWith("error   " + fault.getKey().substring(0, "ENTRA0000".length()) + "  ");
    } finally {
      mend.run();
    }
    assertThat(doctor().code()).isEqualTo(FINE);
  }

  @Test
  void aPasswordOfTheAdministratorThatEverybodyTriesIsTheFirstThingNamed() {
    String everybodys = "changeme";
    String path = "/master/users/" + administrator() + "/reset-password";
    keycloak.admin().put(path, Map.of("type", "password", "value", everybodys));
    CommandRun ended;
    try {
      ended = CommandRun.of(keycloak, Map.of("KEYCLOAK_ADMIN_PASSWORD", everybodys), "doctor");
    } finally {
      new AdminApi(keycloak.baseUri(), keycloak.adminUser(), everybodys)
          .put(path, Map.of("type", "password", "value", keycloak.adminPassword()));
    }

    assertThat(ended.code()).isEqualTo(SICK);
    assertThat(ended.out()).startsWith("error   ENTRA6403  ");
    assertThat(doctor().code()).isEqualTo(FINE);
  }

  private static String administrator() {
    return keycloak
        .admin()
        .get("/master/users?exact=true&username=" + keycloak.adminUser())
        .at("/0/id")
        .asText();
  }

  private Map<String, Fault> faults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("ENTRA6002 the provider is off", changed(ENTRA, p -> p.put("enabled", false)));
    faults.put(
        "ENTRA6004 Keycloak's own first login flow",
        changed(ENTRA, p -> p.put("firstBrokerLoginFlowAlias", "first broker login")));
    faults.put(
        "ENTRA6102 a tenant that is not there",
        config("authority", simulator.httpUri() + "/99999999-0000-4000-8000-000000000000"));
    faults.put(
        "ENTRA6106 another application",
        config("clientId", "b7a1c2d3-9999-4a4a-9b9b-c0ffee000009"));
    faults.put(
        "ENTRA6107 the secret's id instead of its value",
        config("clientSecret", "b7a1c2d3-8888-4a4a-9b9b-c0ffee000009"));
    faults.put(
        "ENTRA6202 tokens of every application are good",
        changed(REALM, r -> r.put("defaultSignatureAlgorithm", "RS256")));
    faults.put("ENTRA6203 no key that signs", this::withoutSigningKey);
    faults.put(
        "ENTRA6207 everybody may register",
        changed(REALM, r -> r.put("registrationAllowed", true)));
    faults.put(
        "ENTRA6308 the callback is another",
        web(c -> c.putArray("redirectUris").add(catalogUrl() + "/cb")));
    faults.put(
        "ENTRA6310 every address of the catalog is a callback",
        web(c -> ((ArrayNode) c.get("redirectUris")).add(catalogUrl() + "/*")));
    faults.put("ENTRA6318 the catalog's scope is missing", this::withoutScope);
    faults.put("ENTRA6401 somebody has the administrator's name", this::withAdmin);
    return faults;
  }

  private Fault config(String key, String value) {
    return changed(ENTRA, p -> ((ObjectNode) p.get("config")).put(key, value));
  }

  private Fault web(Consumer<ObjectNode> change) {
    return () -> changed(client(CatalogClients.WEB), change).get();
  }

  private static Fault changed(String path, Consumer<ObjectNode> change) {
    return () -> {
      AdminApi admin = keycloak.admin();
      ObjectNode before = (ObjectNode) admin.get(path);
      ObjectNode after = before.deepCopy();
      change.accept(after);
      admin.put(path, after);
      return () -> admin.put(path, path.equals(ENTRA) ? withSecret(before) : before);
    };
  }

  // Keycloak shows stars in the place of the secret, and takes them for "as it is".
  private static ObjectNode withSecret(ObjectNode provider) {
    ObjectNode mended = provider.deepCopy();
    Broker shipped = new SimulatedTenant(simulator.httpUri()).brokers().get(0);
    if (shipped.registration() instanceof Broker.Registration.Web web) {
      ((ObjectNode) mended.get("config")).put("clientSecret", web.clientSecret());
    }
    return mended;
  }

  private Runnable withoutSigningKey() {
    AdminApi admin = keycloak.admin();
    JsonNode keys =
        admin.get(REALM + "/components?type=org.keycloak.keys.KeyProvider&name=rsa-generated");
    JsonNode before = keys.get(0);
    ObjectNode after = before.deepCopy();
    ((ObjectNode) after.get("config")).putArray("active").add("false");
    String path = REALM + "/components/" + before.get("id").asText();
    admin.put(path, after);
    ObjectNode mended = before.deepCopy();
    ((ObjectNode) mended.get("config")).putArray("active").add("true");
    return () -> admin.put(path, mended);
  }

  private Runnable withoutScope() {
    AdminApi admin = keycloak.admin();
    String scope =
        StreamSupport.stream(admin.get(REALM + "/client-scopes").spliterator(), false)
            .filter(candidate -> candidate.get("name").asText().equals("openmetadata"))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asText();
    String path = client(CatalogClients.WEB) + "/default-client-scopes/" + scope;
    admin.delete(path);
    return () -> admin.put(path, Map.of());
  }

  private Runnable withAdmin() {
    AdminApi admin = keycloak.admin();
    String id =
        admin.post(REALM + "/users", Map.of("username", "admin", "enabled", true)).createdId();
    return () -> admin.delete(REALM + "/users/" + id);
  }

  private static String client(String clientId) {
    String id =
        keycloak.admin().get(REALM + "/clients?clientId=" + clientId).get(0).get("id").asText();
    return REALM + "/clients/" + id;
  }

  private static String catalogUrl() {
    return catalog.url().toString().replaceAll("/$", "");
  }

  private static CommandRun doctor() {
    return CommandRun.of(keycloak, Map.of(), "doctor", "--catalog=" + catalogUrl());
  }
}
