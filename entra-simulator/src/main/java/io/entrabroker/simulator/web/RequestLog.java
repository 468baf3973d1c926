package io.entrabroker.simulator.web;

import io.javalin.http.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the latest requests in memory, for tests to look at; written nowhere. */
public final class RequestLog {

  private final int most;
  private final Deque<RecordedRequest> requests = new ArrayDeque<>();

  /**
   * @param most how many requests to keep; 0 keeps none
   */
  public RequestLog(int most) {
    this.most = most;
  }

  /** The requests, oldest first. */
  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  public synchronized void clear() {
    requests.clear();
  }

  synchronized void record(Context ctx) {
    if (most == 0) {
      return;
    }
    if (requests.size() == most) {
      requests.removeFirst();
    }
    requests.addLast(
        new RecordedRequest(
            ctx.method().name(),
            ctx.path(),
            Requests.headers(ctx),
            Requests.query(ctx).all(),
            Requests.form(ctx).all(),
            ctx.isFormUrlencoded() ? "" : ctx.body()));
  }
}
