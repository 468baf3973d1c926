package io.entrabroker.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.leaks.Recording;
import io.entrabroker.it.leaks.SecretKind;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.quickstart.keycloak.KeycloakDistribution;
import io.entrabroker.quickstart.keycloak.KeycloakSetup;
import io.entrabroker.quickstart.keycloak.KeycloakTemplates;
import io.entrabroker.quickstart.keycloak.StartOptions;
import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.simulator.EntraSimulator;
import io.entrabroker.simulator.SimulatorClock;
import io.entrabroker.simulator.directory.Cloud;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A real Keycloak with our JARs and our realm, the simulator in Entra's place and the sample
 * catalog. Started once for all tests of a run, on free ports.
 */
public final class Stack {

  /** The root of the project. */
  public static final Path ROOT =
      Path.of(System.getProperty("project.root", "..")).toAbsolutePath();

  private static final Path WORK = ROOT.resolve("integration-tests/target");
  private static final Path CREDENTIALS = WORK.resolve("credentials").normalize();
  private static final String DEFAULT_CATALOG = "http://localhost:8585";

  private static final String[] TEAMS = {"Insights", "Curators"};

  private static Stack shared;
  private static RuntimeException failure;

  private final SimulatorClock clock = SimulatorClock.system();
  private final EntraSimulator simulator;
  private final Surroundings surroundings;
  private final RunningKeycloak keycloak;
  private final SampleCatalog catalog;
  private final AdminApi admin;
  private final String catalogSecret = UUID.randomUUID().toString();
  private final String webSecret = UUID.randomUUID().toString();

  /** The stack of this run. */
  public static synchronized Stack shared() {
    if (failure != null) {
      throw failure;
    }
    if (shared == null) {
      shared = started();
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  // What could not start once is not tried again for every test.
  private static Stack started() {
    try {
      return new Stack();
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  private Stack() {
    Recording recording = Recording.ofThisRun();
    recording.secret(SecretKind.CLIENT_SECRET, catalogSecret);
    recording.secret(SecretKind.UPSTREAM_CREDENTIAL, webSecret);
    recording.secret(SecretKind.PASSWORD, Vault.PASSWORD);
    simulator =
        EntraSimulator.builder()
            .directory(TestDirectory.with(webSecret))
            .clock(clock)
            .watchedBy(recording.upstream())
            .httpPort(0)
            .httpsPort(0)
            .answeringAs(Cloud.PUBLIC, Surroundings.FRONT_HOST)
            .answeringAs(Cloud.US_GOV, Cloud.US_GOV_DOD, Cloud.CHINA)
            .start();
    surroundings = Surroundings.of(simulator, WORK.resolve("surroundings"));
    keycloak = startKeycloak(simulator.httpUri().getAuthority(), webSecret, surroundings);
    admin = keycloak.admin();
    catalog =
        SampleCatalog.builder()
            .realm(keycloak.realmUri())
            .confidentialClient("openmetadata-web", catalogSecret)
            .publicClient("openmetadata-spa")
            .upstreams("entra", "entra-spa", "entra-implicit", "trial", "elsewhere")
            .teams(TEAMS)
            .prompt("")
            .maxAge("")
            .start();
    configureCatalogClients();
    new Upstreams(admin, authority(), webSecret).configure();
  }

  private static RunningKeycloak startKeycloak(
      String loginHost, String webSecret, Surroundings surroundings) {
    String loginHosts = loginHost + "," + surroundings.loginHost();
    List<Path> jars =
        List.of(
            ROOT.resolve("provider/target/openmetadata-entra-provider.jar"),
            ROOT.resolve("themes/target/openmetadata-entra-themes.jar"),
            WORK.resolve("unguarded-provider-for-tests.jar"));
    Path realm = ROOT.resolve("realm-export/openmetadata-realm.json");
    List<String> options =
        List.of(
            "--spi-identity_provider--entra--login-hosts=" + loginHosts,
            "--spi-identity_provider--entra--credential-folders=" + CREDENTIALS,
            "--spi-identity_provider--unguarded-entra--login-hosts=" + loginHosts,
            "--spi-connections-http-client--default--proxy-mappings="
                + surroundings.proxyMappings(),
            "--truststore-paths=" + surroundings.trusted());
    Path work = WORK.resolve("keycloak");
    Vault vault = Vault.with(WORK.resolve("vault"), webSecret);
    return Boolean.getBoolean("it.docker")
        ? new ContainerKeycloak(jars, realm, options, vault, surroundings.trusted(), work)
        : fromDistribution(jars, realm, options, vault, work);
  }

  private static RunningKeycloak fromDistribution(
      List<Path> jars, Path realm, List<String> options, Vault vault, Path work) {
    KeycloakSetup setup =
        KeycloakSetup.of(KeycloakDistribution.find(ROOT))
            .withJars(jars.toArray(Path[]::new))
            .withRealm(realm)
            .withBuildOptions(Vault.BUILD_OPTION);
    return RecordedKeycloak.started(
        new KeycloakTemplates(WORK.resolve("keycloak-templates")).prepare(setup),
        StartOptions.forTests()
            .withServerOptions(options.toArray(String[]::new))
            .withServerOptions("--vault-dir=" + vault.folder())
            .withEnvironment(
                Map.of(
                    "AZURE_FEDERATED_TOKEN_FILE",
                    CREDENTIALS.resolve("projected/token").toString())),
        work);
  }

  private void configureCatalogClients() {
    for (String clientId : new String[] {"openmetadata-web", "openmetadata-spa"}) {
      JsonNode found = admin.get("/openmetadata/clients?clientId=" + clientId).get(0);
      ObjectNode client = (ObjectNode) Json.replaced(found, DEFAULT_CATALOG, catalogUrl());
      client.put("enabled", true);
      if (clientId.equals("openmetadata-web")) {
        client.put("secret", catalogSecret);
      }
      admin.put("/openmetadata/clients/" + client.get("id").asText(), client);
    }
    admin.put(
        "/openmetadata", Json.replaced(admin.get("/openmetadata"), DEFAULT_CATALOG, catalogUrl()));
  }

  public EntraSimulator simulator() {
    return simulator;
  }

  /** From now on the simulator has its many other people, tenants and personal accounts, too. */
  public void everybody() {
    simulator.replaceDirectory(TestDirectory.ofEverybody(webSecret));
  }

  /** The clock that the simulator goes by. */
  public SimulatorClock clock() {
    return clock;
  }

  /** What stands between Keycloak and the simulator where it is not reached directly. */
  public Surroundings surroundings() {
    return surroundings;
  }

  public RunningKeycloak keycloak() {
    return keycloak;
  }

  public AdminApi admin() {
    return admin;
  }

  /** {@code http://localhost:port}, without a slash at the end. */
  public String catalogUrl() {
    return catalog.url().toString().replaceAll("/$", "");
  }

  /** The secret of the catalog's confidential client; new in every run. */
  public String catalogSecret() {
    return catalogSecret;
  }

  /** The secret of the Web registration at the simulator; new in every run. */
  public String webSecret() {
    return webSecret;
  }

  /** The folder whose files a realm's configuration may name as credentials. */
  public Path credentialFolder() {
    return CREDENTIALS;
  }

  /** The authority of the simulator's tenant. */
  public String authority() {
    return simulator.httpUri().toString().replaceAll("/$", "") + "/" + Upstreams.TENANT;
  }

  private void close() {
    catalog.close();
    keycloak.close();
    surroundings.close();
    simulator.close();
  }
}
