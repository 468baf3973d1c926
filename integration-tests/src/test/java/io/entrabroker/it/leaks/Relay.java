package io.entrabroker.it.leaks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a server and keeps every byte of either direction: a pair of files for each
 * connection. Changes nothing, so that clients and server speak as if it were not there.
 */
final class Relay implements AutoCloseable {

  private static final AtomicInteger CONNECTIONS = new AtomicInteger();
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final Path folder;
  private final int port;
  private final ServerSocket listener;

  /**
   * Listens on a free port.
   *
   * @param server of it host and port matter
   * @param folder where the files go; it is there
   */
  Relay(URI server, Path folder) {
    this.folder = folder;
    this.port = server.getPort();
    try {
      this.listener = new ServerSocket(0, 256, HERE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    inBackground(this::accept);
  }

  URI address() {
    return URI.create("http://localhost:" + listener.getLocalPort());
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      inBackground(() -> relay(client));
    }
  }

  private void relay(Socket client) throws IOException {
    String name = String.format("%06d", CONNECTIONS.incrementAndGet());
    try (client;
        Socket server = new Socket(HERE, port)) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread there =
          inBackground(() -> copy(client, server, folder.resolve(name + Recording.REQUESTS)));
      copy(server, client, folder.resolve(name + Recording.ANSWERS));
      // Nobody answers any more: whoever still asks need not wait.
      client.close();
      there.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to, Path record) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    try (OutputStream file = Files.newOutputStream(record)) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        file.write(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    } finally {
      to.shutdownOutput();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static Thread inBackground(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // Either side went away, or the relay was closed: so does the other.
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
