package io.entrabroker.graph;

import java.time.Duration;

/** The passing of time. */
public interface GraphTime {

  /** The time since a moment that stays the same for the lifetime of this object. */
  Duration elapsed();

  /** Waits; may return early. */
  void pause(Duration time);
}
