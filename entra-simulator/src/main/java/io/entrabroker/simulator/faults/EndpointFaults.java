package io.entrabroker.simulator.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** What goes wrong with the next requests to one endpoint. */
public final class EndpointFaults {

  private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
  private final List<HeldAnswer> held = new CopyOnWriteArrayList<>();
  private final AtomicReference<Optional<Fault>> always = new AtomicReference<>(Optional.empty());
  private CountDownLatch cleared = new CountDownLatch(1);

  EndpointFaults() {}

  /** The next request only; several faults are used up one request each, in order. */
  public void next(Fault fault) {
    next.add(fault);
  }

  /** Every request until {@link #clear()}, those that {@link #next} is for excepted. */
  public void always(Fault fault) {
    always.set(Optional.of(fault));
  }

  /** Keeps the next answer back until the test lets it go. */
  public HeldAnswer holdNext() {
    HeldAnswer answer = new HeldAnswer();
    held.add(answer);
    next.add(answer);
    return answer;
  }

  /** Nothing is wrong any more; answers that are slow or kept back are let go. */
  public synchronized void clear() {
    next.clear();
    always.set(Optional.empty());
    held.forEach(HeldAnswer::release);
    held.clear();
    cleared.countDown();
    cleared = new CountDownLatch(1);
  }

  /** The fault for a request that has just come, if there is one. */
  public Optional<Fault> take() {
    return Optional.ofNullable(next.poll()).or(always::get);
  }

  /** What lets a request wait until faults are cleared; to be taken when the request comes. */
  public synchronized Waiting waiting() {
    CountDownLatch here = cleared;
    return time -> {
      try {
        return !here.await(time.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }

  /** Waits for a time, unless faults are cleared. */
  @FunctionalInterface
  public interface Waiting {

    /** False if the faults were cleared. */
    boolean pause(Duration time);
  }
}
