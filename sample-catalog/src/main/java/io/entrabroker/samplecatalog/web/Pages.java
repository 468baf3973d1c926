package io.entrabroker.samplecatalog.web;

import io.entrabroker.samplecatalog.settings.Site;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sample's own pages, and the files it was told to serve. */
final class Pages {
  private static final String FOLDER = "/io/entrabroker/samplecatalog/pages/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html",
          "css", "text/css",
          "js", "text/javascript",
          "svg", "image/svg+xml",
          "json", "application/json");

  private static final List<String> ASSETS =
      List.of(
          "style.css",
          "icon.svg",
          "app.js",
          "view.js",
          "versions.js",
          "public-client.js",
          "id-token.js",
          "handover.js",
          "silent-callback.js");
  private static final List<String> REAL_OIDC_CLIENT_ASSETS =
      List.of("real-oidc-client.js", "real-oidc-client-silent.js", "real-oidc-client-settings.js");

  private Pages() {}

  static void addTo(JavalinDefaultRoutingApi routes, Site site) {
    for (String path : List.of("/", "/signin", "/logout", "/auth/callback")) {
      routes.get(path, page("index.html"));
    }
    routes.get("/silent-callback", page("silent-callback.html"));
    ASSETS.forEach(file -> routes.get("/assets/" + file, page(file)));
    if (site.hasOidcClientLibrary()) {
      routes.get("/real-oidc-client", page("real-oidc-client.html"));
      routes.get("/real-oidc-client/silent", page("real-oidc-client-silent.html"));
      REAL_OIDC_CLIENT_ASSETS.forEach(file -> routes.get("/assets/" + file, page(file)));
    }
    site.files().forEach((path, file) -> routes.get(path, http -> serve(http, file)));
  }

  static Handler page(String name) {
    String text = text(name);
    return http -> http.contentType(typeOf(name)).result(text);
  }

  static String text(String name) {
    try (InputStream in = Pages.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("The sample catalog's JAR lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void serve(Context http, Path file) throws IOException {
    http.contentType(typeOf(file.toString())).result(Files.readAllBytes(file));
  }

  private static String typeOf(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = TYPES.getOrDefault(ending, "application/octet-stream");
    return type.startsWith("text/") ? type + "; charset=utf-8" : type;
  }
}
