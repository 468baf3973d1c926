package io.entrabroker.it.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.it.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** A second address of the catalog on a free port, which both clients know until this is closed. */
final class Address implements AutoCloseable {

  private static final String CLIENTS = "/openmetadata/clients";

  private final Stack stack;
  private final int port = freePort();
  private final List<JsonNode> before = new ArrayList<>();

  Address(Stack stack) {
    this.stack = stack;
    for (Flow flow : Flow.values()) {
      JsonNode client = stack.admin().get(CLIENTS + "?clientId=" + flow.clientId()).get(0);
      before.add(client);
      ObjectNode changed = client.deepCopy();
      ((ArrayNode) changed.get("redirectUris")).add(url() + "/callback");
      put(changed);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  String url() {
    return "http://localhost:" + port;
  }

  private void put(JsonNode client) {
    stack.admin().put(CLIENTS + "/" + client.get("id").asText(), client);
  }

  @Override
  public void close() {
    before.forEach(this::put);
  }
}
