package io.entrabroker.simulator.faults;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * An answer that is kept back until the test lets it go, at most a minute: a slow endpoint without
 * a test that sleeps.
 */
public final class HeldAnswer implements Fault, AutoCloseable {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @Override
  public void answer(Exchange exchange) throws Exception {
    hold();
    exchange.send(exchange.genuine());
  }

  /** Tells that the request has arrived and returns when the test lets it go. */
  public void hold() {
    arrived.countDown();
    await(released, LONGEST);
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
