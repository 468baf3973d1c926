package io.entrabroker.simulator.web;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** The frame around every page: head, card and the line that says what this is. */
final class Pages {

  // No form-action: browsers apply it to the redirect that answers a form, too.
  private static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private Pages() {}

  static void write(Context ctx, String html) {
    writeFraming(ctx, List.of(), html);
  }

  /**
   * A page that loads other servers' pages in frames.
   *
   * @param framed the addresses of the frames
   */
  static void writeFraming(Context ctx, List<URI> framed, String html) {
    String origins =
        framed.stream()
            .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
            .distinct()
            .collect(Collectors.joining(" "));
    Answers.notToBeStored(ctx);
    ctx.header(
        "Content-Security-Policy",
        origins.isEmpty() ? CONTENT_POLICY : CONTENT_POLICY + "; frame-src " + origins);
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.html(html);
  }

  /**
   * A whole page.
   *
   * @param title for the window, plain text
   * @param content HTML inside the card
   */
  static String page(String title, String content) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="icon" href="/simulator/icon.svg">
        <link rel="stylesheet" href="/simulator/style.css">
        </head>
        <body>
        <main class="card">
        <p class="brand"><img src="/simulator/icon.svg" alt="" width="20" height="20">\
        Entra ID simulator</p>
        %s
        </main>
        <footer>For tests: no passwords, no real accounts. Not a Microsoft product.</footer>
        </body>
        </html>
        """
        .formatted(Html.escape(title), content);
  }
}
