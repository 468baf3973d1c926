package io.entrabroker.simulator.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet, the scripts and the picture of the pages. */
final class StaticFiles {

  private final String style = read("style.css");
  private final String submitScript = read("submit.js");
  private final String leaveScript = read("leave.js");
  private final String icon = read("icon.svg");

  void style(Context ctx) {
    write(ctx, style, "text/css; charset=utf-8");
  }

  void submitScript(Context ctx) {
    write(ctx, submitScript, "text/javascript; charset=utf-8");
  }

  void leaveScript(Context ctx) {
    write(ctx, leaveScript, "text/javascript; charset=utf-8");
  }

  void icon(Context ctx) {
    write(ctx, icon, "image/svg+xml");
  }

  private static void write(Context ctx, String text, String contentType) {
    ctx.header("Cache-Control", "max-age=3600");
    ctx.result(text).contentType(contentType);
  }

  private static String read(String name) {
    try (InputStream file = StaticFiles.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the JAR");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
