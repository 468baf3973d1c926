package io.entrabroker.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.catalog.config.CatalogClient;
import io.entrabroker.catalog.config.CatalogExport;
import io.entrabroker.catalog.config.CatalogPeople;
import io.entrabroker.catalog.config.CatalogPlace;
import io.entrabroker.catalog.config.CatalogRelease;
import io.entrabroker.catalog.config.CatalogSettings;
import io.entrabroker.catalog.config.RealmAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The containers are set up as the realm's export says, and nothing secret is in the file. */
class ComposeFileTest {

  private static final String EXPORTED = "realm-export/catalog/confidential/openmetadata.env";
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|FERNET|JWT_KEY_ID).*");
  // Empty for registrations without one.
  private static final Set<String> OPTIONAL_SECRETS = Set.of("ENTRA_CLIENT_SECRET");
  private static final Map<String, String> AS_EXPORTED =
      Map.of(
          "OPENMETADATA_CLIENT_SECRET", "PUT-THE-CLIENT-SECRET-HERE",
          "OPENMETADATA_ADMINS", "admin",
          "OPENMETADATA_MAIL_DOMAIN", "example.com",
          "OPENMETADATA_DB_PASSWORD", "not-exported",
          "JWT_KEY_ID", "not-exported",
          "FERNET_KEY", "not-exported");

  private final ComposeFile compose = ComposeFile.read();
  private final String text = ComposeFile.text("docker-compose.yml");
  private final String example = ComposeFile.text(".env.example");

  @Test
  void theCatalogIsToldWhatTheRealmExports() {
    assertThat(compose.environment("openmetadata", AS_EXPORTED))
        .containsAllEntriesOf(exported(Map.of()));
  }

  @Test
  void theCatalogIsToldWhatTheRealmExportsForHttps() {
    Map<String, String> elsewhere = new HashMap<>(AS_EXPORTED);
    elsewhere.put("KEYCLOAK_URL", "https://sso.example.com");
    elsewhere.put("OPENMETADATA_URL", "https://catalog.example.com");
    elsewhere.put("OPENMETADATA_SECURE_COOKIE", "true");

    Map<String, String> exported = exportedForHttps();
    assertThat(exported).containsEntry("FORCE_SECURE_SESSION_COOKIE", "true");
    assertThat(compose.environment("openmetadata", elsewhere)).containsAllEntriesOf(exported);
    assertThat(compose.environment("keycloak", withKeycloaks(elsewhere)))
        .containsEntry("KC_HOSTNAME", "https://sso.example.com")
        .containsEntry("OPENMETADATA_URL", "https://catalog.example.com");
  }

  private static Map<String, String> exportedForHttps() {
    CatalogSettings settings =
        new CatalogSettings(
            CatalogRelease.parse(first("# OpenMetadata (\\S+),", ComposeFile.text(EXPORTED)))
                .asOptional()
                .orElseThrow(),
            new CatalogClient.Confidential(
                "openmetadata-web", new CatalogClient.ClientSecret.Withheld()),
            new RealmAddress(URI.create("https://sso.example.com/realms/openmetadata"), 36_000),
            CatalogPlace.at(URI.create("https://catalog.example.com")),
            CatalogPeople.of("example.com", List.of()).asOptional().orElseThrow());
    return unquoted(CatalogExport.DOCKER_ENV.write(settings), Map.of());
  }

  @Test
  void theCatalogIsToldWhatTheRealmExportsOnOtherPorts() {
    Map<String, String> ports = new HashMap<>(AS_EXPORTED);
    ports.put("KEYCLOAK_PORT", "18888");
    ports.put("OPENMETADATA_PORT", "18585");

    Map<String, String> catalog = compose.environment("openmetadata", ports);
    assertThat(catalog)
        .containsAllEntriesOf(
            exported(
                Map.of("localhost:8080", "localhost:18888", "localhost:8585", "localhost:18585")))
        .containsEntry("SERVER_PORT", "18585");
    assertThat(compose.environment("keycloak", withKeycloaks(ports)))
        .containsEntry("KC_HOSTNAME", "http://localhost:18888")
        .containsEntry("OPENMETADATA_URL", "http://localhost:18585");
    assertThat(compose.environment("entrance", ports)).containsEntry("KEYCLOAK_PORT", "18888");
  }

  @Test
  void theAdminConsoleHasAnAddressOfItsOwnOnlyIfSomebodyGivesIt() {
    for (String node : List.of("keycloak", "keycloak-2")) {
      assertThat(compose.environment(node)).containsEntry("KC_HOSTNAME_ADMIN", "");
    }
    assertThat(ComposeFile.variables(example, true)).containsKey("KC_HOSTNAME_ADMIN");
    assertThat(ComposeFile.variables(example, false)).doesNotContainKey("KC_HOSTNAME_ADMIN");
  }

  /** Keycloak believes these headers of everybody who reaches the port. */
  @Test
  void whoeverLetsKeycloakReadHeadersReadsWhoMayReachItsPort() {
    int from = example.indexOf("# Behind a proxy that ends TLS: the address that people open, and");
    String above = example.substring(from, example.indexOf("\n#KC_PROXY_HEADERS="));

    assertThat(above).contains("nobody but the proxy may", "BIND_ADDRESS", "127.0.0.1");
    assertThat(ComposeFile.variables(example, false))
        .containsEntry("BIND_ADDRESS", "127.0.0.1")
        .doesNotContainKey("KC_PROXY_HEADERS");
    assertThat(compose.environment("keycloak")).containsEntry("KC_PROXY_HEADERS", "");
  }

  @Test
  void theMigrationKnowsWhatTheServerKnows() {
    assertThat(compose.environment("openmetadata-migration"))
        .isEqualTo(compose.environment("openmetadata"));
    assertThat(compose.service("openmetadata-migration").get("image"))
        .isEqualTo(compose.service("openmetadata").get("image"));
  }

  @Test
  void bothNodesOfAClusterAreTheSameKeycloakOnPortsOfTheirOwn() {
    Map<String, String> first = compose.environment("keycloak");
    Map<String, String> second = compose.environment("keycloak-2");
    Set<String> own =
        Set.of("KC_HTTP_PORT", "KC_HTTP_MANAGEMENT_PORT", "KC_CACHE_EMBEDDED_NETWORK_BIND_PORT");

    second.forEach(
        (name, value) -> {
          if (own.contains(name)) {
            assertThat(value).as(name).isNotEqualTo(first.get(name));
          } else {
            assertThat(value).as(name).isEqualTo(first.get(name));
          }
        });
    for (String node : List.of("keycloak", "keycloak-2")) {
      Map<String, String> environment = compose.environment(node);
      assertThat(ComposeFile.text("deploy/compose/haproxy.cfg"))
          .contains(
              "server %s 127.0.0.1:%s port %s\n"
                  .formatted(
                      node,
                      environment.get("KC_HTTP_PORT"),
                      environment.get("KC_HTTP_MANAGEMENT_PORT")));
      assertThat(compose.service(node).get("healthcheck").toString())
          .contains("/dev/tcp/127.0.0.1/" + environment.get("KC_HTTP_MANAGEMENT_PORT"));
    }
  }

  /** Its ports are free otherwise, and the catalog's processes are in the same network. */
  @Test
  void theSecondNodeIsAskedInItsProfileOnly() {
    String entrance = ComposeFile.text("deploy/compose/haproxy.cfg");
    String always = entrance.replaceAll("(?ms)^\\.if .*?^\\.endif$", "");
    String condition = first("(?m)^\\.if (.*)$", entrance);

    assertThat(always).contains("server keycloak ").doesNotContain("keycloak-2", ":18081");
    assertThat(Pattern.compile("'([a-z,]+)'|,(\\w+)\\)").matcher(condition).results())
        .extracting(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .containsExactly("cluster", "simulator,cluster", "cluster,simulator");
    assertThat(compose.service("keycloak-2").get("profiles")).isEqualTo(List.of("cluster"));
    assertThat(compose.environment("entrance", Map.of())).containsEntry("COMPOSE_PROFILES", "");
    assertThat(compose.environment("entrance", Map.of("COMPOSE_PROFILES", "cluster")))
        .containsEntry("COMPOSE_PROFILES", "cluster");
  }

  @ParameterizedTest
  @MethodSource("names")
  void whoeverIsInKeycloaksNetworkHasNoPrivileges(String service) {
    boolean isInside =
        service.equals("entrance") || compose.service(service).containsKey("network_mode");

    assertThat(ComposeFile.texts(compose.service(service), "security_opt"))
        .containsExactly("no-new-privileges:true");
    if (isInside) {
      assertThat(ComposeFile.texts(compose.service(service), "cap_drop")).containsExactly("ALL");
    }
  }

  @Test
  void everyVariableIsExplainedAndEveryExplanationIsOfAVariable() {
    Set<String> used = new TreeSet<>(Interpolation.names(text));
    compose
        .services()
        .keySet()
        .forEach(
            service ->
                ComposeFile.child(compose.service(service), "environment")
                    .forEach(
                        (name, value) -> {
                          if (value == null) {
                            used.add(name);
                          }
                        }));
    used.add("COMPOSE_PROFILES"); // Compose's own

    assertThat(ComposeFile.variables(example, true).keySet())
        .containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void theDefaultsOfTheExampleAreThoseOfTheFile() {
    Map<String, String> written = ComposeFile.variables(example, true);
    for (String name :
        List.of(
            "KEYCLOAK_RELEASE",
            "OPENMETADATA_RELEASE",
            "KEYCLOAK_PORT",
            "OPENMETADATA_PORT",
            "SIMULATOR_PORT",
            "BIND_ADDRESS",
            "OPENMETADATA_VERSION",
            "OPENMETADATA_KEYS",
            "OPENMETADATA_HEAP_OPTS",
            "OPENMETADATA_CONFIDENTIAL_ENABLED",
            "OPENMETADATA_PUBLIC_ENABLED",
            "OPENMETADATA_REALM_DISPLAY_NAME",
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            "ENTRA_ENABLED",
            "ENTRA_FLOW",
            "ENTRA_ACCESS_GATE",
            "ENTRA_REGISTRATION")) {
      assertThat(text).contains("${" + name + ":-" + written.get(name) + "}");
    }
  }

  @Test
  void keycloakIsOfTheMinorReleaseThatTheProjectIsTestedWithAndNotOlder() {
    String tested = first("<keycloak.version>([^<]+)<", ComposeFile.text("pom.xml"));
    String started = first("keycloak:\\$\\{KEYCLOAK_RELEASE:-([^}]+)}", text);

    assertThat(minor(started)).isEqualTo(minor(tested));
    assertThat(patch(started)).isGreaterThanOrEqualTo(patch(tested));
    assertThat(example).contains("Tests run " + tested + ";");
  }

  @Test
  void openMetadataIsOfTheReleaseThatIsExportedFor() {
    assertThat(first("# OpenMetadata (\\S+),", ComposeFile.text(EXPORTED)))
        .isEqualTo(first("server:\\$\\{OPENMETADATA_RELEASE:-([^}]+)}", text));
  }

  private static String minor(String release) {
    return release.substring(0, release.lastIndexOf('.'));
  }

  private static int patch(String release) {
    return Integer.parseInt(release.substring(release.lastIndexOf('.') + 1));
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyImageHasAVersion(String service) {
    assertThat(new Interpolation(Map.of()).of(image(service))).matches(".+:\\d+\\.\\d+(\\.\\d+)?");
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyServiceSaysHowItIsOrEndsAndIsWaitedFor(String service) {
    boolean ends =
        compose.services().keySet().stream()
            .map(waiting -> compose.dependencies(waiting).getOrDefault(service, Map.of()))
            .anyMatch(how -> "service_completed_successfully".equals(how.get("condition")));

    assertThat(compose.service(service).containsKey("healthcheck")).isNotEqualTo(ends);
  }

  @ParameterizedTest
  @MethodSource("names")
  void whoeverSharesANetworkStartsAnewWithIt(String service) {
    String mode = String.valueOf(compose.service(service).getOrDefault("network_mode", ""));
    if (mode.isEmpty()) {
      return;
    }
    assertThat(mode).isEqualTo("service:entrance");
    assertThat(compose.dependencies(service).get("entrance"))
        .containsEntry("condition", "service_healthy")
        .containsEntry("restart", true);
    assertThat(compose.service(service)).doesNotContainKeys("ports", "networks");
  }

  @ParameterizedTest
  @MethodSource("names")
  void portsAreForThisMachineUnlessSomebodySaysOtherwise(String service) {
    assertThat(ComposeFile.texts(compose.service(service), "ports"))
        .allMatch(
            port ->
                port.startsWith(
                    port.contains("SIMULATOR_PORT")
                        ? "127.0.0.1:"
                        : "${BIND_ADDRESS:-127.0.0.1}:"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void noSecretIsInTheFile(String service) {
    compose
        .environment(service)
        .forEach(
            (name, value) -> {
              if (SECRET.matcher(name).matches()) {
                assertThat(value)
                    .as(name)
                    .matches(
                        OPTIONAL_SECRETS.contains(name)
                            ? "\\$\\{" + name + ":-}"
                            : "\\$\\{[A-Z_]+:\\?[^}]+}");
              }
            });
  }

  @Test
  void noSecretIsInTheExampleButTheSimulatorsOwn() {
    Map<String, String> secrets = new HashMap<>(ComposeFile.variables(example, false));
    secrets.keySet().removeIf(name -> !SECRET.matcher(name).matches());

    assertThat(secrets)
        .containsEntry("ENTRA_CLIENT_SECRET", "simulated~Web.secret-of_contoso")
        .hasSize(7);
    secrets.remove("ENTRA_CLIENT_SECRET");
    assertThat(secrets.values()).containsOnly("");
  }

  @Test
  void nothingOfTheSimulatorStaysWhereItsBlockIsReplaced() {
    String yours = example.replaceFirst("(?s)# A\\. The simulator.*?(?=# B\\. Your tenant)", "");

    assertThat(yours).hasSizeLessThan(example.length()).contains("# B. Your tenant");
    assertThat(yours)
        .doesNotContainIgnoringCase("ada.lovelace", "contoso", "simulated", "c0ffee")
        .contains("\n#OPENMETADATA_ADMINS=\n", "\n#OPENMETADATA_MAIL_DOMAIN=\n");
    for (String name : List.of("OPENMETADATA_ADMINS", "OPENMETADATA_MAIL_DOMAIN")) {
      Map<String, String> untouched = new HashMap<>(AS_EXPORTED);
      untouched.put(name, ComposeFile.variables(yours, true).get(name));

      assertThat(ComposeFile.variables(yours, false)).doesNotContainKey(name);
      assertThatThrownBy(() -> compose.environment("openmetadata", untouched))
          .hasMessageStartingWith(name + ": set it in .env to the ");
    }
  }

  @Test
  void theCatalogHasNoneOfTheKeysThatEverybodyHas() {
    Map<String, String> catalog = compose.environment("openmetadata");

    assertThat(catalog.get("RSA_PRIVATE_KEY_FILE_PATH")).doesNotContain("conf");
    assertThat(catalog.get("RSA_PUBLIC_KEY_FILE_PATH")).doesNotContain("conf");
    assertThat(text + example).doesNotContain("Gb389a-9f76", "jJ/9sz0g", "openmetadata_password");
  }

  @Test
  void theCatalogStartsWhenEverythingIsThere() {
    assertThat(compose.dependencies("openmetadata"))
        .allSatisfy(
            (service, how) ->
                assertThat(how.get("condition"))
                    .isEqualTo(
                        service.equals("openmetadata-migration")
                            ? "service_completed_successfully"
                            : "service_healthy"))
        .containsKeys(
            "keycloak", "openmetadata-db", "openmetadata-search", "openmetadata-migration");
  }

  @Test
  void withoutASecretNothingStarts() {
    for (String name : AS_EXPORTED.keySet()) {
      Map<String, String> incomplete = new HashMap<>(AS_EXPORTED);
      incomplete.remove(name);

      assertThatThrownBy(() -> compose.environment("openmetadata", incomplete))
          .hasMessageStartingWith(name + ": ");
    }
  }

  /** Compose 2 checks a file against its own specification, where there is one. */
  @TestFactory
  Stream<DynamicTest> composeItselfAcceptsTheFile(@TempDir Path folder) {
    return ComposeProgram.find().stream()
        .map(program -> DynamicTest.dynamicTest("config --quiet", () -> accepts(program, folder)));
  }

  private static void accepts(ComposeProgram program, Path folder) {
    Path env = ComposeEnv.in(folder, Map.of("COMPOSE_PROFILES", "simulator,cluster"));

    ComposeProgram.Outcome outcome = program.run("--env-file", env.toString(), "config", "--quiet");

    assertThat(outcome.exit()).as(outcome.output()).isZero();
  }

  private static Set<String> names() {
    return ComposeFile.read().services().keySet();
  }

  private String image(String service) {
    return String.valueOf(compose.service(service).get("image"));
  }

  private static Map<String, String> withKeycloaks(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    for (String name :
        List.of(
            "POSTGRES_PASSWORD",
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            "ENTRA_AUTHORITY",
            "ENTRA_CLIENT_ID")) {
      all.put(name, "not-exported");
    }
    return all;
  }

  private static Map<String, String> exported(Map<String, String> elsewhere) {
    return unquoted(ComposeFile.text(EXPORTED), elsewhere);
  }

  private static Map<String, String> unquoted(String text, Map<String, String> elsewhere) {
    return ComposeFile.variables(text, false).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> replaced(withoutQuotes(entry.getValue()), elsewhere)));
  }

  // As Compose reads a value in single quotes.
  private static String withoutQuotes(String value) {
    boolean isQuoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }

  private static String replaced(String text, Map<String, String> elsewhere) {
    String replaced = text;
    for (Map.Entry<String, String> one : elsewhere.entrySet()) {
      replaced = replaced.replace(one.getKey(), one.getValue());
    }
    return replaced;
  }

  private static String first(String pattern, String where) {
    Matcher found = Pattern.compile(pattern).matcher(where);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
