package io.entrabroker.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serves the page that signs in with Microsoft's library for browsers. */
final class PageWithMsal implements AutoCloseable {

  private static final Map<String, String> FILES =
      Map.of(
          "/", "page.html",
          "/page.js", "page.js",
          "/msal-browser.min.js", "node_modules/@azure/msal-browser/lib/msal-browser.min.js");

  private final HttpServer server;
  private final Path folder;
  private final List<URI> asked = new CopyOnWriteArrayList<>();
  private volatile String settings = "{}";

  private PageWithMsal(HttpServer server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /**
   * @param folder where npm installed the libraries
   */
  static PageWithMsal start(Path folder) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    PageWithMsal page = new PageWithMsal(HttpServer.create(anyPort, 0), folder);
    page.server.createContext("/", page::answer);
    page.server.start();
    return page;
  }

  /** The address of a path. */
  String address(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** Where the page signs in. */
  void signsInAt(String authority) {
    settings = "{\"authority\":\"%s\",\"clientId\":\"%s\"}".formatted(authority, Contoso.SPA);
  }

  /** What was asked for below a path, in this order. */
  List<URI> asked(String path) {
    return asked.stream().filter(uri -> uri.getPath().equals(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      asked.add(uri);
      String file = FILES.getOrDefault(uri.getPath(), "");
      byte[] body =
          file.isEmpty()
              ? settings.getBytes(StandardCharsets.UTF_8)
              : Files.readAllBytes(folder.resolve(file));
      String type =
          file.isEmpty()
              ? "application/json"
              : file.endsWith(".js") ? "text/javascript" : "text/html";
      exchange.getResponseHeaders().add("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
