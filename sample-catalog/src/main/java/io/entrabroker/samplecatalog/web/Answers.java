package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;

/** The shapes of the catalog's answers. */
final class Answers {
  private Answers() {}

  static void json(Context http, int status, JsonNode body) {
    http.status(status).contentType("application/json").result(body.toString());
  }

  /** OpenMetadata's error body. */
  static void error(Context http, int status, String message) {
    json(
        http,
        status,
        JsonNodeFactory.instance.objectNode().put("code", status).put("message", message));
  }

  /** The page a person sees when a confidential sign-in failed: status 500, as up to 1.13. */
  static void errorPage(Context http, String message) {
    String page = Pages.text("error.html").replace("{{message}}", escape(message));
    http.status(500).html(page);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
