package io.entrabroker.it.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** What servers of raw bytes on this machine share. */
final class Loopback {

  private static final int LONGEST_HEAD = 64 * 1024;

  /** Milliseconds: whoever says nothing for so long holds no thread of a test. */
  private static final int PATIENCE = 60_000;

  private Loopback() {}

  static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps a port, so that nobody else gets it, and refuses connections. */
  static Socket occupied(int port) {
    try {
      Socket socket = new Socket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Handles every connection in a thread of its own, until the socket is closed.
   *
   * @return the thread that waits for connections; the port is free when it has ended
   */
  static Thread serve(ServerSocket socket, Connection connection) {
    return daemon(
        () -> {
          while (true) {
            Socket client = socket.accept();
            client.setSoTimeout(PATIENCE);
            daemon(() -> connection.handle(client));
          }
        });
  }

  /** What is done with a connection; it breaks off when something goes wrong. */
  interface Connection {
    void handle(Socket client) throws IOException;
  }

  interface Work {
    void run() throws IOException;
  }

  /** Works until it is done or broken off. */
  static Thread daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The other side went away, or the server was closed.
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Request line and headers, with the empty line; empty if there is no request. */
  static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n") && head.length() < LONGEST_HEAD) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }
}
