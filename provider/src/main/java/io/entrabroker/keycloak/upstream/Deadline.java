package io.entrabroker.keycloak.upstream;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.methods.HttpUriRequest;

/**
 * Ends a request when its time is over. A socket's own timeout starts anew with each byte, so that
 * whoever sends a byte now and then could hold a thread for ever.
 */
final class Deadline implements AutoCloseable {

  private static final ScheduledThreadPoolExecutor WATCH = watch();

  private final ScheduledFuture<?> end;
  private volatile boolean isOver;

  private Deadline(HttpUriRequest request, Duration timeout) {
    this.end =
        WATCH.schedule(
            () -> {
              isOver = true;
              request.abort();
            },
            timeout.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  static Deadline of(HttpUriRequest request, Duration timeout) {
    return new Deadline(request, timeout);
  }

  boolean isOver() {
    return isOver;
  }

  @Override
  public void close() {
    end.cancel(false);
  }

  // One thread is enough: all it does is to close sockets.
  private static ScheduledThreadPoolExecutor watch() {
    ScheduledThreadPoolExecutor watch =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "entra-broker-deadline");
              thread.setDaemon(true);
              return thread;
            });
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }
}
