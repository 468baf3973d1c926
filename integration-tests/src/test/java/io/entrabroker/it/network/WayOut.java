package io.entrabroker.it.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The proxy of a company's network, over which Keycloak and browsers reach Microsoft under
 * Microsoft's own names (HTTP {@code CONNECT}). Behind all of them is the simulator, which says
 * with its certificate who it is, unless a name is told to lead elsewhere.
 */
public final class WayOut implements AutoCloseable {

  private final int simulatorPort;
  private final ServerSocket listener = Loopback.listen(0);
  private final Map<String, Integer> elsewhere = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /**
   * Listens on a free port.
   *
   * @param simulatorPort where the simulator listens for https
   */
  public WayOut(int simulatorPort) {
    this.simulatorPort = simulatorPort;
    Loopback.serve(listener, this::handle);
  }

  public String host() {
    return "127.0.0.1";
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** A host is a port of this machine. */
  public void leads(String hostName, int port) {
    elsewhere.put(hostName, port);
  }

  /** The hosts that were asked for since {@link #forget}, each as often as it was. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Forgets who was asked for. */
  public void forget() {
    asked.clear();
  }

  private void handle(Socket client) throws IOException {
    try (client) {
      String head = Loopback.head(client.getInputStream());
      if (!head.matches("(?s)CONNECT [a-z.-]+:443 HTTP/1\\.1\r\n.*")) {
        client.getOutputStream().write("HTTP/1.1 403 Forbidden\r\n\r\n".getBytes(ISO_8859_1));
        return;
      }
      String name = head.substring("CONNECT ".length(), head.indexOf(':'));
      asked.add(name);
      connect(client, elsewhere.getOrDefault(name, simulatorPort));
    }
  }

  private static void connect(Socket client, int port) throws IOException {
    try (Socket server = new Socket("localhost", port)) {
      client.getOutputStream().write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(ISO_8859_1));
      Loopback.daemon(
          () -> {
            try (server) {
              client.getInputStream().transferTo(server.getOutputStream());
            }
          });
      server.getInputStream().transferTo(client.getOutputStream());
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
