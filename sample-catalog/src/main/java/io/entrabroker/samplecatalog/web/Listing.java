package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;

/** One page of a list: {@code limit} at most, from where {@code after} says. */
final class Listing {
  private static final int USUAL = 10;

  private Listing() {}

  static <T> void answer(Context http, List<T> all, Function<T, ObjectNode> json) {
    int from = number(http, "after", 0);
    int limit = number(http, "limit", USUAL);
    List<T> page = all.stream().skip(from).limit(limit).toList();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var data = body.putArray("data");
    page.stream().map(json).forEach(data::add);
    ObjectNode paging = body.putObject("paging").put("total", all.size());
    if (from + page.size() < all.size()) {
      paging.put("after", String.valueOf(from + page.size()));
    }
    Answers.json(http, 200, body);
  }

  private static int number(Context http, String name, int otherwise) {
    String text = http.queryParam(name);
    return text != null && text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : otherwise;
  }
}
