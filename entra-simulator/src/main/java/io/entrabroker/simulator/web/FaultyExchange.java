package io.entrabroker.simulator.web;

import io.entrabroker.simulator.faults.EndpointFaults;
import io.entrabroker.simulator.faults.Exchange;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** A request whose answer a fault decides. */
final class FaultyExchange implements Exchange {

  private final Context ctx;
  private final Handler endpoint;
  private final FailureShape shape;
  private final EndpointFaults.Waiting waiting;

  FaultyExchange(
      Context ctx, Handler endpoint, FailureShape shape, EndpointFaults.Waiting waiting) {
    this.ctx = ctx;
    this.endpoint = endpoint;
    this.shape = shape;
    this.waiting = waiting;
  }

  @Override
  public String address() {
    String query = ctx.queryString();
    return ctx.url() + (query == null ? "" : "?" + query);
  }

  @Override
  public Answer genuine() throws Exception {
    endpoint.handle(ctx);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : ctx.res().getHeaderNames()) {
      headers.put(name, ctx.res().getHeader(name));
    }
    return new Answer(ctx.statusCode(), headers, Optional.ofNullable(ctx.result()).orElse(""));
  }

  @Override
  public void send(Answer answer) {
    head(answer);
    ctx.result(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void fail(int status, Map<String, String> headers) {
    shape.write(ctx, status);
    headers.forEach(ctx::header);
  }

  @Override
  public void begin(Answer answer) throws IOException {
    head(answer);
    ctx.result(new byte[0]);
    write(answer.body());
  }

  @Override
  public void write(String more) throws IOException {
    OutputStream body = ctx.res().getOutputStream();
    body.write(more.getBytes(StandardCharsets.UTF_8));
    body.flush();
  }

  @Override
  public void hangUp() {
    ServletContextRequest.getServletContextRequest(ctx.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  @Override
  public boolean pause(Duration time) {
    return waiting.pause(time);
  }

  private void head(Answer answer) {
    ctx.status(answer.status());
    answer.headers().forEach(ctx::header);
  }

  /** Writes an error of an HTTP status as the endpoint would. */
  @FunctionalInterface
  interface FailureShape {
    void write(Context ctx, int status);
  }
}
