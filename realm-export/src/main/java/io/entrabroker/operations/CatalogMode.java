package io.entrabroker.operations;

import java.net.URI;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What is done with a running catalog: one of these, or the configuration is only written. */
final class CatalogMode {
  @Option(
      names = "--apply",
      paramLabel = "URL",
      description =
          "Bring the settings of this running catalog to what the realm says (since 1.10), create"
              + " the teams that it lacks, and prove the sign-in; undone if that fails.")
  private URI apply = URI.create("");

  @Option(
      names = "--undo",
      paramLabel = "FILE",
      description = "Give the catalog of a rollback file its settings of before back.")
  private Path undo = Path.of("");

  @Option(
      names = "--reconcile",
      paramLabel = "URL",
      description =
          "Take teams of the group bindings and administrator's rights from people in this running"
              + " catalog whom the realm has taken them from: no sign-in does.")
  private URI reconcile = URI.create("");

  URI apply() {
    return apply;
  }

  Path undo() {
    return undo;
  }

  URI reconcile() {
    return reconcile;
  }
}
