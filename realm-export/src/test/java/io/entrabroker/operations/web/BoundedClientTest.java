package io.entrabroker.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class BoundedClientTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void anAnswerThatStopsInTheMiddleIsNotWaitedForForever() throws IOException {
    try (EndlessServer server = new EndlessServer()) {
      BoundedClient client = new BoundedClient(Duration.ofMillis(200));

      assertThatThrownBy(() -> client.send(BoundedClient.request(server.address() + "/stops")))
          .isInstanceOf(HttpTimeoutException.class);
    }
  }

  @Test
  void anAnswerWithoutAnEndIsNotReadOn() throws IOException {
    try (EndlessServer server = new EndlessServer()) {
      BoundedClient client = new BoundedClient(LONG, 1000);

      assertThatThrownBy(() -> client.send(BoundedClient.request(server.address())))
          .isInstanceOf(AnswerTooLarge.class)
          .hasMessageContaining("1000 bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999, 1000})
  void anAnswerOfTheLargestSizeIsWhole(int size) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, size == 0 ? -1 : size);
          exchange.getResponseBody().write(new byte[size]);
          exchange.close();
        });
    server.start();
    try {
      BoundedClient client = new BoundedClient(LONG, 1000);
      String address = "http://localhost:" + server.getAddress().getPort();

      assertThat(client.send(BoundedClient.request(address)).body()).hasSize(size);
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "catalog.contoso.com", "ftp://catalog", "http://a b", "http://x/%zz"})
  void whereNobodyCanBeAskedIsSaidBeforeAnybodyIs(String address) {
    assertThatThrownBy(() -> BoundedClient.request(address))
        .isInstanceOf(MalformedURLException.class);
  }
}
