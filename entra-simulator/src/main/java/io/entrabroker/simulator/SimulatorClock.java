package io.entrabroker.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that tests move: it goes on like the machine's, plus what it was advanced by. */
public final class SimulatorClock extends Clock {

  private final Clock base;
  private final ZoneId zone;
  private final AtomicReference<Duration> offset;

  private SimulatorClock(Clock base, ZoneId zone, AtomicReference<Duration> offset) {
    this.base = base;
    this.zone = zone;
    this.offset = offset;
  }

  /** Shows the machine's time until it is moved. */
  public static SimulatorClock system() {
    return new SimulatorClock(
        Clock.systemUTC(), ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO));
  }

  /** Moves forward or, with a negative duration, back. */
  public void advance(Duration by) {
    offset.updateAndGet(by::plus);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /** A view on the same clock: moving one moves both. */
  @Override
  public Clock withZone(ZoneId otherZone) {
    return new SimulatorClock(base, otherZone, offset);
  }
}
