package io.entrabroker.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Says what is being done, and how long everything has taken so far. */
final class Progress {
  private final PrintStream out;
  private final Instant begun = Instant.now();

  Progress(PrintStream out) {
    this.out = out;
  }

  void step(String what) {
    out.printf("[%3d s] %s%n", elapsed().toSeconds(), what);
    out.flush();
  }

  Duration elapsed() {
    return Duration.between(begun, Instant.now());
  }
}
