package io.entrabroker.simulator.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One page of a list, with the way to the next one. */
final class Page {

  private Page() {}

  /**
   * @param context what the list is, after the hash of {@code @odata.context}
   * @param all the whole list, in an order that is the same at every request
   */
  static <T> GraphAnswer of(
      ListOptions options, String context, List<T> all, Function<T, ObjectNode> view) {
    ObjectNode body = GraphJson.object().put("@odata.context", options.request().context(context));
    if (options.counts()) {
      body.put("@odata.count", all.size());
    }
    if (all.size() > options.skip() + options.top()) {
      body.put("@odata.nextLink", nextLink(options));
    }
    ArrayNode value = body.putArray("value");
    all.stream().skip(options.skip()).limit(options.top()).map(view).forEach(value::add);
    return GraphJson.answer(body);
  }

  private static String nextLink(ListOptions options) {
    return link(options.request(), Map.of("$skiptoken", options.nextToken()));
  }

  /** The address of a request, with further parameters. */
  static String link(GraphRequest request, Map<String, String> more) {
    Map<String, String> query = new TreeMap<>(request.query());
    query.putAll(more);
    String parameters =
        query.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return request.address(path(request) + "?" + parameters);
  }

  private static String path(GraphRequest request) {
    return request.path().stream()
        .map(segment -> encoded(segment).replace("%28", "(").replace("%29", ")"))
        .map(segment -> segment.replace("%27", "'").replace("%3D", "="))
        .collect(Collectors.joining("/"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
