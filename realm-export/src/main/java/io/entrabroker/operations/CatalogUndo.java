package io.entrabroker.operations;

import io.entrabroker.operations.catalog.CatalogApi.Answer;
import io.entrabroker.operations.catalog.CatalogPaths;
import io.entrabroker.operations.catalog.CatalogProblem;
import io.entrabroker.operations.catalog.Difference;
import io.entrabroker.operations.catalog.Rollback;
import io.entrabroker.operations.catalog.SecuritySettings;
import java.io.PrintWriter;
import java.util.List;

/** {@code --undo}: gives a catalog the settings back that it had before. */
record CatalogUndo(RunningCatalog catalog, PrintWriter out) {

  /** Does it, or says what it would do; gives the exit code. */
  int run(Rollback rollback, CatalogOptions options) {
    catalog.release();
    SecuritySettings wanted = rollback.wayBack().settings();
    List<Difference> differences = catalog.settings().differences(wanted);
    out.println(
        differences.isEmpty()
            ? "The catalog's settings are those of the file, as far as it shows them."
            : "The catalog's settings differ from those of the file:");
    differences.forEach(difference -> out.println("  * " + difference.sentence()));
    if (options.isDryRun()) {
      out.println("Nothing was changed.");
      return differences.isEmpty() ? 0 : RealmApplyCommand.DIFFERS;
    }
    String problem = problem(wanted);
    out.println(
        problem.isEmpty()
            ? "The catalog has the settings of before again. Restart its other replicas."
            : problem);
    return problem.isEmpty() ? 0 : Commands.FAILED;
  }

  /** Undoes what has just failed, and says what is left to do if that fails, too. */
  void afterFailure(Rollback rollback, RollbackFile file) {
    String problem = problem(rollback.wayBack().settings());
    if (problem.isEmpty() && rollback.wayBack().isWhole()) {
      out.println("Undone: the catalog has the settings of before again.");
      file.delete().ifPresent(out::println);
      return;
    }
    out.println(
        problem.isEmpty()
            ? "Undone as far as it could be: a secret that the catalog did not show is missing. Enter"
                + " it in Settings > SSO."
            : problem
                + " It was NOT undone: "
                + file.undoCommand(rollback)
                + " tries again; if nobody can sign in, ./bootstrap/openmetadata-ops.sh"
                + " remove-security-config --force on its server and a restart make it read its"
                + " files and variables again.");
  }

  /** Why it did not work, or nothing. */
  private String problem(SecuritySettings wanted) {
    try {
      Answer answer = catalog.api().put(CatalogPaths.SETTINGS, wanted.sections());
      if (!answer.isSuccess()) {
        return "The catalog refused its settings of before ("
            + answer.status()
            + "). "
            + answer.message();
      }
      List<Difference> left = wanted.notTakenBy(catalog.settings());
      return left.isEmpty()
          ? ""
          : "The catalog has not taken " + left.stream().map(Difference::path).toList() + ".";
    } catch (CatalogProblem | OperationProblem silent) {
      return String.valueOf(silent.getMessage());
    } catch (RuntimeException unforeseen) {
      // Whatever it is: somebody has to be told which file to use.
      return "The catalog's settings of before could not be written (" + unforeseen + ").";
    }
  }
}
