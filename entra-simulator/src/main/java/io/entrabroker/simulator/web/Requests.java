package io.entrabroker.simulator.web;

import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.oauth.Parameters;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what the protocol wants to know from an HTTP request. */
final class Requests {

  // Assumed: nobody but Microsoft knows; browsers and proxies are known to give up around there.
  private static final int LONGEST_QUERY = 8_000;

  private Requests() {}

  /** The first segment of the path. */
  static String tenant(Context ctx) {
    return ctx.pathParam("tenant");
  }

  static Parameters query(Context ctx) {
    return Parameters.of(ctx.queryParamMap());
  }

  /**
   * Refuses addresses that Entra's servers do not take.
   *
   * @throws io.entrabroker.simulator.errors.AadstsException 90015
   */
  static void requireBearableQuery(Context ctx) {
    String query = ctx.queryString();
    if (query != null && query.length() > LONGEST_QUERY) {
      throw Aadsts.QUERY_TOO_LONG.thrown();
    }
  }

  static Parameters form(Context ctx) {
    return Parameters.of(ctx.formParamMap());
  }

  /** Query and form together; the form wins. */
  static Parameters queryAndForm(Context ctx) {
    Map<String, List<String>> both = new HashMap<>(ctx.queryParamMap());
    both.putAll(ctx.formParamMap());
    return Parameters.of(both);
  }

  /** Headers by lower-case name. */
  static Map<String, String> headers(Context ctx) {
    Map<String, String> headers = new HashMap<>();
    ctx.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }
}
