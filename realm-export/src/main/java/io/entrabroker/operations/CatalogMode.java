package io.entrabroker.operations;

import java.net.URI;
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
      paramLabel = "URL",
      description =
          "Give this running catalog the settings of before back, which --apply kept in the file that"
              + " --rollback-file names. The file has to be of this catalog.")
  private URI undo = URI.create("");

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

  URI undo() {
    return undo;
  }

  URI reconcile() {
    return reconcile;
  }
}
