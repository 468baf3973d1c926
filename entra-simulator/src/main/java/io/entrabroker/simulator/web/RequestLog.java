package io.entrabroker.simulator.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Keeps the latest requests in memory, for tests to look at; written nowhere. */
public final class RequestLog {

  private final int most;
  private final Watcher watcher;
  private final Deque<RecordedRequest> requests = new ArrayDeque<>();

  /**
   * @param most how many requests to keep; 0 keeps none
   * @param watcher is told of every request, kept or not
   */
  public RequestLog(int most, Watcher watcher) {
    this.most = most;
    this.watcher = watcher;
  }

  /** The requests, oldest first. */
  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  public synchronized void clear() {
    requests.clear();
  }

  /** Records a request and whatever the handler answers. */
  Handler around(Handler handler) {
    return ctx -> {
      RecordedRequest request = recorded(ctx);
      keep(request);
      handler.handle(ctx);
      watcher.answered(request, Objects.requireNonNullElse(ctx.result(), ""));
    };
  }

  private synchronized void keep(RecordedRequest request) {
    if (most == 0) {
      return;
    }
    if (requests.size() == most) {
      requests.removeFirst();
    }
    requests.addLast(request);
  }

  private static RecordedRequest recorded(Context ctx) {
    return new RecordedRequest(
        ctx.method().name(),
        ctx.path(),
        Requests.headers(ctx),
        Requests.query(ctx).all(),
        Requests.form(ctx).all(),
        ctx.isFormUrlencoded() ? "" : ctx.body());
  }
}
