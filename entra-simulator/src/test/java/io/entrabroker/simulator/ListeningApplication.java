package io.entrabroker.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays an application that is told by GET: remembers what it was asked for. */
final class ListeningApplication implements AutoCloseable {

  private final HttpServer server;
  private final List<URI> asked = new CopyOnWriteArrayList<>();

  private ListeningApplication(HttpServer server) {
    this.server = server;
  }

  static ListeningApplication start() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ListeningApplication application = new ListeningApplication(HttpServer.create(anyPort, 0));
    application.server.createContext("/", application::answer);
    application.server.start();
    return application;
  }

  /** The address of a path, for example {@code /out}. */
  String address(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** What was asked for below a path, in this order. */
  List<URI> asked(String path) {
    return asked.stream().filter(uri -> uri.getPath().equals(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestURI());
      byte[] page = "<!doctype html><title>Heard</title>".getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "text/html");
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
