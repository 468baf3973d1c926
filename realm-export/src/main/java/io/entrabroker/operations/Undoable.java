package io.entrabroker.operations;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A change that stands, or is undone: however its attempt ends, with an unforeseen error or with
 * Ctrl-C, too.
 */
final class Undoable {

  /** What became of writing. */
  enum Outcome {
    WRITTEN,
    REFUSED,
    UNKNOWN
  }

  private enum State {
    BEFORE,
    BEGUN,
    ENDED
  }

  private final Consumer<Outcome> undo;
  private final PrintWriter out;
  private final Thread whenStopped = new Thread(this::stopped, "undo");

  // The thread of the attempt and the one that runs when the program is stopped: whoever ends the
  // attempt first has the last word, and nobody ends it while something is being written.
  private State state = State.BEFORE;
  private Outcome outcome = Outcome.UNKNOWN;

  /**
   * @param undo undoes it, and says what came of that
   * @param out told if the program is stopped
   */
  Undoable(Consumer<Outcome> undo, PrintWriter out) {
    this.undo = undo;
    this.out = out;
  }

  /**
   * Tries it.
   *
   * @param change writes
   * @param proof looks whether it is good; asked only if it was written
   * @return whether it stands
   */
  boolean attempt(Supplier<Outcome> change, BooleanSupplier proof) {
    Runtime.getRuntime().addShutdownHook(whenStopped);
    boolean isGood = false;
    try {
      isGood = begin(change) == Outcome.WRITTEN && proof.getAsBoolean();
    } finally {
      isGood &= end(isGood ? Ending.STANDS : Ending.UNDONE);
      forget();
    }
    return isGood;
  }

  private enum Ending {
    STANDS,
    UNDONE
  }

  private synchronized Outcome begin(Supplier<Outcome> change) {
    if (state == State.ENDED) {
      throw new OperationProblem("Stopped before anything was written.");
    }
    state = State.BEGUN;
    outcome = change.get();
    return outcome;
  }

  /** Gives whether it was this call that ended it. */
  private synchronized boolean end(Ending ending) {
    if (state == State.ENDED) {
      return false;
    }
    boolean isWritten = state == State.BEGUN;
    state = State.ENDED;
    if (isWritten && ending == Ending.UNDONE) {
      undoUninterrupted();
    }
    return true;
  }

  // Whoever is interrupted asks nobody anything: the way back has to be open to them.
  private void undoUninterrupted() {
    boolean wasInterrupted = Thread.interrupted();
    try {
      undo.accept(outcome);
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void stopped() {
    out.println("Stopped: what has not been proved is being undone, which may take a minute.");
    end(Ending.UNDONE);
    out.flush();
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(whenStopped);
    } catch (IllegalStateException stopping) {
      // Then it runs, and finds that there is nothing left to do.
    }
  }
}
