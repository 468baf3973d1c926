package io.entrabroker.keycloak.graph;

import io.entrabroker.graph.GraphTime;
import java.time.Duration;

/** The time of this machine, which corrections of the clock do not touch. */
public final class ElapsedTime implements GraphTime {

  private final long start = System.nanoTime();

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Waits; returns at once, and leaves the mark, if the thread is to end. */
  @Override
  public void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
