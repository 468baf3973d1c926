package io.entrabroker.simulator.web;

import io.javalin.http.Context;

/** Headers that Entra sends with its answers. */
final class Answers {

  private Answers() {}

  /** For everything that may hold a code or a token. */
  static void notToBeStored(Context ctx) {
    ctx.header("Cache-Control", "no-store, no-cache");
    ctx.header("Pragma", "no-cache");
    ctx.header("Expires", "-1");
  }

  /** For documents that anybody may keep for a day and read from any page. */
  static void publicDocument(Context ctx) {
    ctx.header("Cache-Control", "max-age=86400, private");
    ctx.header("Access-Control-Allow-Origin", "*");
    ctx.header("Access-Control-Allow-Methods", "GET, OPTIONS");
  }

  /**
   * The ids that support asks for.
   *
   * @param code the AADSTS number, or 0
   */
  static void trace(Context ctx, String traceId, int code) {
    ctx.header("x-ms-request-id", traceId);
    ctx.header("x-ms-clitelem", "1," + code + ",0,,");
    ctx.header("X-Content-Type-Options", "nosniff");
  }
}
