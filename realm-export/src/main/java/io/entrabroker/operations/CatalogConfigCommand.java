package io.entrabroker.operations;

import io.entrabroker.operations.TransportOptions.Server;
import io.entrabroker.operations.catalog.Rollback;
import io.entrabroker.operations.keycloak.AdminApi;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bin/catalog-config}: writes what the catalog has to be told. */
@Command(
    name = "catalog-config",
    description = {
      "Writes the configuration with which OpenMetadata signs people in by the realm: to a file, or"
          + " to a catalog that runs."
    },
    footer = {
      "",
      "Credentials come from the environment: KEYCLOAK_ADMIN_USERNAME and KEYCLOAK_ADMIN_PASSWORD of"
          + " an administrator, or KEYCLOAK_ADMIN_CLIENT_ID and KEYCLOAK_ADMIN_CLIENT_SECRET of a"
          + " service account (in the realm master, or in that of KEYCLOAK_ADMIN_CLIENT_REALM). View"
          + " rights over the realm, its clients and identity providers are enough; --with-secret and"
          + " --apply need the right to manage clients, --reconcile that to view users.",
      "",
      "A running catalog is changed with the token of one of its administrators, from the environment"
          + " variable OPENMETADATA_TOKEN or --token-file. Its administrators stay those it has unless"
          + " --admins names some. If its present client is not the realm's, its secret is needed for"
          + " the way back: OPENMETADATA_EARLIER_CLIENT_SECRET.",
      "",
      "Exit codes: 0 if there is nothing (left) to do, 1 for a failure, 2 for wrong options, 3 if"
          + " there is something to do and --dry-run was given.",
      "",
      "Formats: docker-env, openmetadata-yaml, helm-values, helm-secret, settings-json,"
          + " ingestion-yaml, collate-sheet."
    },
    sortOptions = false)
final class CatalogConfigCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private KeycloakOptions keycloak = new KeycloakOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "docker-env",
      description = "One of those below (${DEFAULT-VALUE}).")
  private String format = "docker-env";

  @Mixin private ExportOptions export = new ExportOptions();

  @Option(
      names = "--with-secret",
      description = "Write the client's secret, too. Only to a file that nobody else can read.")
  private boolean withSecret;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write to; without it to standard output.")
  private Path output = Path.of("");

  @ArgGroup private CatalogMode mode = new CatalogMode();

  @Mixin private CatalogOptions options = new CatalogOptions();

  @Mixin private TransportOptions transport = new TransportOptions();

  @Option(names = "--help", usageHelp = true, description = "This text.")
  private boolean help;

  CatalogConfigCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = surroundings.out();
    if (!mode.apply().toString().isEmpty()) {
      return new CatalogApply(catalog(mode.apply()), realm(), options, surroundings).run(export);
    }
    if (!mode.undo().toString().isEmpty()) {
      RunningCatalog catalog = catalog(mode.undo());
      Rollback rollback = RollbackFile.read(options.rollbackFile(), mode.undo());
      return new CatalogUndo(catalog, out).run(rollback, options);
    }
    return mode.reconcile().toString().isEmpty()
        ? write()
        : new CatalogReconcile(catalog(mode.reconcile()), realm(), out).run(options);
  }

  private RunningCatalog catalog(URI url) {
    return new RunningCatalog(
        options.catalog(transport.confidential(url, Server.CATALOG), surroundings.environment()));
  }

  private RealmSide realm() {
    return new RealmSide(admin(), keycloak.realm());
  }

  private AdminApi admin() {
    return keycloak.admin(surroundings.environment(), transport);
  }

  private int write() throws IOException {
    if (options.isDryRun()) {
      throw new OperationProblem("--dry-run goes with --apply, --undo and --reconcile.");
    }
    boolean toFile = !output.toString().isEmpty();
    if (withSecret && !toFile) {
      throw new OperationProblem(
          "--with-secret needs --output: what is printed stays on screens and in logs.");
    }
    String written = admin().text(path());
    if (toFile) {
      PrivateFile.write(output, written);
      err().println("Wrote " + output + (withSecret ? " (with the secret)" : "") + ".");
    } else {
      surroundings.out().print(written);
      surroundings.out().flush();
      if (!VisibleWriter.visible(written).equals(written)) {
        err()
            .println(
                "Careful: there are control characters in it, which are written \\uXXXX here."
                    + " --output writes them as they are.");
      }
    }
    return 0;
  }

  private String path() {
    Map<String, String> query = export.parameters();
    query.put("secret", withSecret ? "include" : "");
    return "/"
        + ExportOptions.encoded(keycloak.realm())
        + "/openmetadata/catalog-config/"
        + ExportOptions.encoded(format)
        + "?"
        + ExportOptions.query(query);
  }

  private PrintWriter err() {
    return surroundings.err();
  }
}
