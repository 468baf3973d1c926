package io.entrabroker.operations;

import io.entrabroker.Parsed;
import io.entrabroker.catalog.config.CatalogRelease;
import io.entrabroker.operations.Undoable.Outcome;
import io.entrabroker.operations.catalog.CatalogApi.Answer;
import io.entrabroker.operations.catalog.CatalogPaths;
import io.entrabroker.operations.catalog.CatalogProblem;
import io.entrabroker.operations.catalog.Difference;
import io.entrabroker.operations.catalog.Proof;
import io.entrabroker.operations.catalog.Rollback;
import io.entrabroker.operations.catalog.SecuritySettings;
import io.entrabroker.operations.catalog.SignInProof;
import io.entrabroker.operations.catalog.Validation;
import io.entrabroker.operations.catalog.WayBack;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/**
 * {@code --apply}: brings the settings of a running catalog to what the realm says, and undoes it
 * if the catalog does not sign people in afterwards.
 */
final class CatalogApply {

  private final RunningCatalog catalog;
  private final RealmSide realm;
  private final CatalogOptions options;
  private final Surroundings surroundings;
  private final PrintWriter out;
  private final SignInProof.Realm web;

  CatalogApply(
      RunningCatalog catalog, RealmSide realm, CatalogOptions options, Surroundings surroundings) {
    this(catalog, realm, options, surroundings, new RealmWeb());
  }

  /** With a realm that answers browsers otherwise. */
  CatalogApply(
      RunningCatalog catalog,
      RealmSide realm,
      CatalogOptions options,
      Surroundings surroundings,
      SignInProof.Realm web) {
    this.catalog = catalog;
    this.realm = realm;
    this.options = options;
    this.surroundings = surroundings;
    this.out = surroundings.out();
    this.web = web;
  }

  /**
   * Does it, or says what it would do.
   *
   * @param request what the realm is asked for
   * @return the exit code
   */
  int run(ExportOptions request) throws IOException {
    CatalogRelease release = catalog.release();
    SecuritySettings before = catalog.settings();
    SecuritySettings told = realm.settings(request.query(release));
    if (told.isConfidential() && told.secret().isEmpty()) {
      throw new OperationProblem(
          "The realm's client has no secret: make one (Clients > openmetadata-web > Credentials).");
    }
    SecuritySettings wanted =
        before.under(request.hasAdmins() ? told : told.withAdministratorsOf(before));
    TeamsAndRoles organisation = new TeamsAndRoles(catalog.api(), realm, out);
    List<Difference> differences = before.differences(wanted);
    show(differences, before, wanted);
    if (options.isDryRun()) {
      boolean isGood = differences.isEmpty() || validates(wanted);
      boolean isComplete = organisation.show();
      out.println("Nothing was changed.");
      return isGood ? (differences.isEmpty() && isComplete ? 0 : RealmApplyCommand.DIFFERS) : 1;
    }
    if ((!differences.isEmpty() || options.writesSecret()) && !changed(before, wanted)) {
      return Commands.FAILED;
    }
    boolean isComplete = organisation.create();
    if (!differences.isEmpty()) {
      Reminder.of(release).forEach(out::println);
    }
    return isComplete ? 0 : Commands.FAILED;
  }

  private void show(
      List<Difference> differences, SecuritySettings before, SecuritySettings wanted) {
    out.println(
        differences.isEmpty()
            ? "The catalog's settings are as the realm says."
            : "The catalog's settings differ from what the realm says:");
    differences.forEach(difference -> out.println("  * " + difference.sentence()));
    if (wanted.isConfidential() && before.isConfidential() && before.secret().isEmpty()) {
      out.println(
          "Nobody can tell whether it has the client's secret of the realm: it does not show it."
              + (differences.isEmpty() ? " --write-secret writes it." : " It is written, too."));
    }
  }

  private boolean changed(SecuritySettings before, SecuritySettings wanted) throws IOException {
    new TokenCheck(catalog.api(), wanted).run();
    WayBack wayBack = wayBack(before, wanted);
    // What cannot be read has to be found out before anything is written.
    String personsToken = options.personsToken(surroundings.environment());
    if (!validates(wanted)) {
      out.println("Nothing was changed.");
      return false;
    }
    Rollback rollback = new Rollback(catalog.api().base(), wayBack);
    RollbackFile file = RollbackFile.write(options.rollbackFile(), rollback);
    out.println(file.sentence());
    boolean stands =
        new Undoable(outcome -> undo(outcome, before, rollback, file), out)
            .attempt(() -> written(wanted), () -> proved(wanted, personsToken));
    if (stands) {
      out.println("Undo it with: " + file.undoCommand(rollback));
    }
    return stands;
  }

  private void undo(
      Outcome outcome, SecuritySettings before, Rollback rollback, RollbackFile file) {
    if (outcome == Outcome.REFUSED && isAsIn(before)) {
      file.delete().ifPresent(out::println);
      out.println("Nothing was changed.");
    } else {
      new CatalogUndo(catalog, out).afterFailure(rollback, file);
    }
  }

  private boolean isAsIn(SecuritySettings before) {
    try {
      return catalog.settings().differences(before).isEmpty();
    } catch (CatalogProblem | OperationProblem silent) {
      return false;
    }
  }

  private WayBack wayBack(SecuritySettings before, SecuritySettings wanted) {
    Parsed<WayBack> found =
        WayBack.of(
            before,
            wanted,
            surroundings.environment().getOrDefault(CatalogOptions.EARLIER_SECRET, "").strip());
    return found.fold(
        way -> way,
        problem -> {
          if (options.isWithoutWayBack()) {
            return WayBack.withoutSecrets(before);
          }
          throw new OperationProblem(problem);
        });
  }

  private boolean validates(SecuritySettings wanted) {
    Validation validation =
        Validation.of(catalog.api().post(CatalogPaths.VALIDATE, wanted.sections()));
    if (validation.passed()) {
      out.println("OpenMetadata's own validator has nothing against the new settings.");
    } else {
      out.println("OpenMetadata's own validator refuses the new settings:");
      validation.objections().forEach(objection -> out.println("  * " + objection));
    }
    return validation.passed();
  }

  private Outcome written(SecuritySettings wanted) {
    try {
      Answer answer = catalog.api().put(CatalogPaths.SETTINGS, wanted.sections());
      if (answer.isSuccess()) {
        return Outcome.WRITTEN;
      }
      out.println(
          "The catalog refused the new settings (" + answer.status() + "). " + answer.message());
      return Outcome.REFUSED;
    } catch (CatalogProblem silent) {
      out.println(silent.getMessage());
      return Outcome.UNKNOWN;
    }
  }

  private boolean proved(SecuritySettings wanted, String personsToken) {
    try {
      List<Proof> proofs = new SignInProof(catalog.api(), wanted, web).proofs(personsToken);
      proofs.forEach(proof -> out.println(label(proof) + proof.sentence()));
      return proofs.stream().noneMatch(Proof::isFailure);
    } catch (CatalogProblem silent) {
      out.println("Failed: " + silent.getMessage());
      return false;
    }
  }

  private static String label(Proof proof) {
    return switch (proof.result()) {
      case PROVED -> "Proved: ";
      case NOT_PROVED -> "Not proved: ";
      case FAILED -> "Failed: ";
    };
  }
}
