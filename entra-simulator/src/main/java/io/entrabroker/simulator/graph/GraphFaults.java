package io.entrabroker.simulator.graph;

import io.entrabroker.simulator.faults.HeldAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * What goes wrong with the next requests to Graph in Graph's own terms, as tests have asked for;
 * connections, times and everything else that can go wrong anywhere are {@link
 * io.entrabroker.simulator.faults.Faults}.
 */
public final class GraphFaults {

  private final Queue<GraphFault> next = new ConcurrentLinkedQueue<>();
  private final List<HeldAnswer> held = new CopyOnWriteArrayList<>();
  private final AtomicBoolean down = new AtomicBoolean();

  /** The next request only; several faults are used up one request each, in order. */
  public void add(GraphFault fault) {
    next.add(fault);
  }

  /** 429 for the next requests, with the time to wait. */
  public void throttle(int count, int retryAfterSeconds) {
    for (int i = 0; i < count; i++) {
      add(GraphFault.throttled(Duration.ofSeconds(retryAfterSeconds)));
    }
  }

  /** Keeps the next answer back until the test lets it go. */
  public HeldAnswer holdNext() {
    HeldAnswer answer = new HeldAnswer();
    held.add(answer);
    next.add(
        (request, genuine) -> {
          answer.hold();
          return genuine.get();
        });
    return answer;
  }

  /** From now on every request fails with 503, and uses up nothing. */
  public void takeDown() {
    down.set(true);
  }

  /** Ends {@link #takeDown()}. */
  public void bringBack() {
    down.set(false);
  }

  /** Faults that were not used up are forgotten, answers kept back are let go. */
  public void clear() {
    next.clear();
    held.forEach(HeldAnswer::release);
    held.clear();
    bringBack();
  }

  GraphAnswer answer(GraphRequest request, Supplier<GraphAnswer> genuine) {
    if (down.get()) {
      return GraphFault.status(503).answer(request, genuine);
    }
    GraphFault fault = next.poll();
    return fault == null ? genuine.get() : fault.answer(request, genuine);
  }
}
