package io.entrabroker.simulator.web;

import io.entrabroker.simulator.graph.Graph;
import io.entrabroker.simulator.graph.GraphAnswer;
import io.entrabroker.simulator.graph.GraphRequest;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** HTTP around Microsoft Graph. */
final class GraphHandler {

  private static final String VERSION = "/v1.0/";

  private final Graph graph;
  private final LoginHosts loginHosts;

  GraphHandler(Graph graph, LoginHosts loginHosts) {
    this.graph = graph;
    this.loginHosts = loginHosts;
  }

  /** Everything under {@code /v1.0/}. */
  void v1(Context ctx) {
    write(ctx, graph.answer(request(ctx)));
  }

  /** {@code /oidc/userinfo}. */
  void userInfo(Context ctx) {
    write(ctx, graph.userInfo(request(ctx)));
  }

  /** An error of an HTTP status, as Graph shows it. */
  void fail(Context ctx, int status) {
    write(ctx, Graph.failure(request(ctx), status));
  }

  private GraphRequest request(Context ctx) {
    return new GraphRequest(
        ctx.method().name(),
        segments(ctx.path()),
        Requests.query(ctx).all(),
        Requests.headers(ctx),
        ctx.body(),
        loginHosts.asked(ctx).url());
  }

  private static List<String> segments(String path) {
    String below = path.startsWith(VERSION) ? path.substring(VERSION.length()) : "";
    return Arrays.stream(below.split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }

  private static void write(Context ctx, GraphAnswer answer) {
    ctx.status(answer.status()).result(answer.body());
    answer.headers().forEach(ctx::header);
  }
}
