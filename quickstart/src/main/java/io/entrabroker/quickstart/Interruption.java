package io.entrabroker.quickstart;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells Ctrl-C from an end that nobody asked for. On Ctrl-C the JVM stops what was started while
 * the run is still in the middle of something, which then fails: nobody wants to read of that.
 */
final class Interruption {
  private enum Stage {
    RUNNING,
    INTERRUPTED,
    OVER
  }

  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.RUNNING);

  /** One that hears of the JVM's end and says so. */
  static Interruption watched(PrintStream err) {
    Interruption interruption = new Interruption();
    Runnable heard =
        () -> {
          if (interruption.happens()) {
            err.println("Stopping everything.");
          }
        };
    Runtime.getRuntime().addShutdownHook(new Thread(heard, "say-stopping"));
    return interruption;
  }

  /** The run has come to its end by itself. */
  void isOver() {
    stage.compareAndSet(Stage.RUNNING, Stage.OVER);
  }

  /** Whether the run was ended from outside. */
  boolean hasHappened() {
    return stage.get() == Stage.INTERRUPTED;
  }

  private boolean happens() {
    return stage.compareAndSet(Stage.RUNNING, Stage.INTERRUPTED);
  }
}
