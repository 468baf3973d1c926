package io.entrabroker.simulator.graph;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * An answer that Graph keeps back until the test lets it go, at most a minute: a slow Graph without
 * a test that sleeps.
 */
public final class HeldAnswer implements GraphFault, AutoCloseable {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  HeldAnswer() {}

  @Override
  public GraphAnswer answer(GraphRequest request, Supplier<GraphAnswer> genuine) {
    arrived.countDown();
    await(released, LONGEST);
    return genuine.get();
  }

  /** Waits until the request has arrived; false if it has not after this time. */
  public boolean awaitRequest(Duration most) {
    return await(arrived, most);
  }

  /** Lets the answer go. */
  public void release() {
    released.countDown();
  }

  /** The same as {@link #release()}. */
  @Override
  public void close() {
    release();
  }

  private static boolean await(CountDownLatch latch, Duration most) {
    try {
      return latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
