package io.entrabroker.benchmarks;

import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.quickstart.keycloak.KeycloakDistribution;
import io.entrabroker.quickstart.keycloak.KeycloakServer;
import io.entrabroker.quickstart.keycloak.KeycloakSetup;
import io.entrabroker.quickstart.keycloak.KeycloakTemplates;
import io.entrabroker.quickstart.keycloak.StartOptions;
import io.entrabroker.simulator.EntraSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How long export and doctor take in a realm as it comes, and in one with 200 clients and 50,000
 * users beside it in the same database. Both are asked in turn, so that a noisy machine is noisy
 * for both.
 *
 * <p>Argument: the number of rounds, 20 by default.
 */
public final class LargeRealm {

  private static final int ROUNDS = 20;
  private static final int WARM_UP = 5;
  private static final int CLIENTS = 200;
  private static final int USERS = 50_000;
  private static final String EMPTY = "openmetadata";
  private static final String LARGE = "large";

  private static final Map<String, String> QUESTIONS =
      Map.of(
          "doctor", "/openmetadata/doctor",
          "export", "/openmetadata/catalog-config/settings-json?flow=confidential&release=1.13.1");

  private final Path root = Path.of(System.getProperty("project.root", "")).toAbsolutePath();
  private final String port = System.getProperty("postgres.port", "");

  private LargeRealm() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    new LargeRealm().run(arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]));
  }

  private void run(int rounds) throws IOException, InterruptedException {
    Path work = root.resolve("benchmarks/target");
    String[] database = {
      "--db-url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
      "--db-username=postgres",
      "--db-password=postgres"
    };
    try (EntraSimulator simulator = EntraSimulator.builder().httpPort(0).start();
        KeycloakServer keycloak =
            new KeycloakTemplates(work.resolve("large-realm-templates"))
                .prepare(setup(work, simulator, database), System.out::println)
                .start(
                    StartOptions.onFreePorts()
                        .withServerOptions(loginHosts(simulator))
                        .withServerOptions(database),
                    work.resolve("servers"))) {
      fill(keycloak.admin());
      for (String question : QUESTIONS.keySet()) {
        measure(keycloak.admin(), question, rounds);
      }
    }
  }

  private KeycloakSetup setup(Path work, EntraSimulator simulator, String[] database)
      throws IOException {
    Path file = root.resolve("realm-export/openmetadata-realm.json");
    String large =
        Files.readString(file)
            .replaceAll("(\"realm\"\\s*:\\s*)\"openmetadata\"", "$1\"" + LARGE + "\"")
            .replace("default-roles-openmetadata", "default-roles-" + LARGE);
    Files.createDirectories(work);
    return KeycloakSetup.of(KeycloakDistribution.find(root))
        .withDatabase("postgres")
        .withJars(
            root.resolve("provider/target/openmetadata-entra-provider.jar"),
            root.resolve("themes/target/openmetadata-entra-themes.jar"))
        .withRealm(file)
        .withRealm(Files.writeString(work.resolve(LARGE + "-realm.json"), large))
        .withImportEnvironment(
            Map.of(
                "ENTRA_ENABLED", "true",
                "ENTRA_AUTHORITY", simulator.httpUri() + "/0f9e8d7c-6b5a-4948-8372-61504f3e2d1c",
                "ENTRA_CLIENT_ID", "b7a1c2d3-0002-4a4a-9b9b-c0ffee000002",
                "ENTRA_CLIENT_SECRET", "none",
                "ENTRA_REGISTRATION", "spa",
                "ENTRA_MAIL_DOMAINS", "contoso.example"))
        .withImportOptions(loginHosts(simulator))
        .withImportOptions(database);
  }

  private static String loginHosts(EntraSimulator simulator) {
    return "--spi-identity_provider--entra--login-hosts=" + simulator.httpUri().getAuthority();
  }

  private void fill(AdminApi admin) throws IOException, InterruptedException {
    admin.post(
        "/" + LARGE + "/partialImport",
        Map.of(
            "ifResourceExists",
            "FAIL",
            "clients",
            IntStream.range(0, CLIENTS).mapToObj(i -> Map.of("clientId", "app-" + i)).toList()));
    sql(
        "insert into user_entity (id, username, email, email_constraint, email_verified, enabled,"
            + " realm_id, created_timestamp, not_before) select 'large-' || i, 'person' || i,"
            + " 'person' || i || '@contoso.example', 'person' || i || '@contoso.example', true, true,"
            + " realm.id, 0, 0 from generate_series(1, "
            + USERS
            + ") i, realm where realm.name = '"
            + LARGE
            + "'");
    attribute("catalog_username", "'person' || i");
    attribute("catalog_email", "'person' || i || '@contoso.example'");
    attribute("entra_oid", "gen_random_uuid()::text");
    attribute("entra_tid", "'0f9e8d7c-6b5a-4948-8372-61504f3e2d1c'");
    sql("vacuum analyze");
  }

  private void attribute(String name, String value) throws IOException, InterruptedException {
    sql(
        "insert into user_attribute (id, user_id, name, value) select md5('"
            + name
            + "' || i), 'large-' || i, '"
            + name
            + "', "
            + value
            + " from generate_series(1, "
            + USERS
            + ") i");
  }

  private void sql(String statement) throws IOException, InterruptedException {
    Process psql =
        new ProcessBuilder(
                System.getProperty("psql", "psql"),
                "--host=127.0.0.1",
                "--port=" + port,
                "--username=postgres",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                "--command=" + statement,
                "postgres")
            .inheritIO()
            .start();
    if (psql.waitFor() != 0) {
      throw new IllegalStateException("PostgreSQL refused: " + statement);
    }
  }

  private static void measure(AdminApi admin, String question, int rounds) {
    String path = QUESTIONS.getOrDefault(question, "");
    List<Long> empty = new ArrayList<>();
    List<Long> large = new ArrayList<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      long inEmpty = microseconds(admin, "/" + EMPTY + path);
      long inLarge = microseconds(admin, "/" + LARGE + path);
      if (round >= 0) {
        empty.add(inEmpty);
        large.add(inLarge);
      }
    }
    System.out.printf(
        "%s: as it comes %.1f ms, with %d clients and %d users %.1f ms, ratio %.2f (medians of %d)%n",
        question,
        median(empty) / 1000.0,
        CLIENTS,
        USERS,
        median(large) / 1000.0,
        (double) median(large) / median(empty),
        rounds);
  }

  private static long microseconds(AdminApi admin, String path) {
    long start = System.nanoTime();
    if (!admin.send("GET", path).isSuccess()) {
      throw new IllegalStateException("No answer at " + path);
    }
    return (System.nanoTime() - start) / 1000;
  }

  private static long median(List<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
