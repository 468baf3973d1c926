package io.entrabroker.quickstart.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ports of this machine's loopback address. */
public final class LoopbackPorts {
  private static final int CONNECT_MILLIS = 500;

  private LoopbackPorts() {}

  /** Different ports that nobody listens on at the moment. */
  public static List<Integer> free(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held.forEach(LoopbackPorts::close);
    }
  }

  /**
   * Whether a server could have {@code port} for itself right now: nobody listens there, on none of
   * the addresses that browsers try for {@code localhost}.
   */
  public static boolean isFree(int port) {
    return canListen(port) && !answers(port);
  }

  private static boolean canListen(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As servers do: a port whose last connections are still closing is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** macOS lets two servers share a port if one listens on all addresses; IPv6 is another world. */
  private static boolean answers(int port) {
    try {
      return Arrays.stream(InetAddress.getAllByName("localhost"))
          .anyMatch(address -> answers(new InetSocketAddress(address, port)));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean answers(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void close(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
