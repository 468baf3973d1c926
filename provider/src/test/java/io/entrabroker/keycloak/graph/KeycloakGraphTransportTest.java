package io.entrabroker.keycloak.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.graph.GraphAnswer;
import io.entrabroker.graph.GraphAnswer.Answered;
import io.entrabroker.graph.GraphAnswer.Cause;
import io.entrabroker.graph.GraphAnswer.NotAnswered;
import io.entrabroker.graph.GraphRequest;
import io.entrabroker.graph.GraphRequest.Method;
import io.entrabroker.keycloak.upstream.Upstream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeycloakGraphTransportTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final CloseableHttpClient client = HttpClients.createMinimal();
  private final KeycloakGraphTransport transport =
      new KeycloakGraphTransport(new Upstream(client, LONG));
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(0);
    client.close();
  }

  @Test
  void aQuestionWithABodyIsPostedAsJson() {
    answer("/v1.0/me/checkMemberGroups", 200, "{\"value\":[]}");

    GraphAnswer answer =
        transport.send(request(Method.POST, "/v1.0/me/checkMemberGroups", "{\"ü\":1}"), LONG);

    assertThat(((Answered) answer).body().path("value").isArray()).isTrue();
    assertThat(seen)
        .containsExactly(
            "POST /v1.0/me/checkMemberGroups",
            "Bearer the token",
            "application/json",
            "application/json; charset=UTF-8",
            "eventual",
            "{\"ü\":1}");
  }

  @Test
  void theAddressArrivesAsItIsWritten() {
    answer("/v1.0/", 200, "{}");
    String path =
        "/v1.0/servicePrincipals(appId='x')/appRoleAssignedTo?$select=a,b&$top=999&$x=%2F";

    transport.send(request(Method.GET, path, ""), LONG);

    assertThat(seen).startsWith("GET " + path, "Bearer the token").contains("eventual");
  }

  @Test
  void statusAndWaitAreReadWithWhateverBody() {
    server.createContext(
        "/busy",
        exchange -> {
          exchange.getResponseHeaders().add("retry-after", "17");
          send(exchange, 429, "<html>");
        });

    Answered answer = (Answered) transport.send(request(Method.GET, "/busy", ""), LONG);

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.retryAfter()).isEqualTo("17");
    assertThat(answer.body().isMissingNode()).isTrue();
  }

  @Test
  void anAnswerWithoutABodyHasNone() {
    server.createContext("/none", exchange -> exchange.sendResponseHeaders(204, -1));

    Answered answer = (Answered) transport.send(request(Method.GET, "/none", ""), LONG);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.retryAfter()).isEmpty();
    assertThat(answer.body().isMissingNode()).isTrue();
  }

  @Test
  void anEmptyBodyIsNoJson() {
    answer("/empty", 200, "");

    Answered answer = (Answered) transport.send(request(Method.GET, "/empty", ""), LONG);

    assertThat(answer.body().isMissingNode()).isTrue();
  }

  @Test
  void redirectsAreNotFollowed() throws IOException {
    answer("/elsewhere", 200, "{}");
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          send(exchange, 302, "");
        });

    try (CloseableHttpClient following = HttpClients.createDefault()) {
      GraphAnswer answer =
          new KeycloakGraphTransport(new Upstream(following, LONG))
              .send(request(Method.GET, "/moved", ""), LONG);
      assertThat(((Answered) answer).status()).isEqualTo(302);
    }
    assertThat(seen).noneMatch(line -> line.contains("elsewhere"));
  }

  @Test
  void anAnswerOfMoreThanFourMegabytesIsNotRead() {
    answer("/small", 200, "\"" + "x".repeat(4 * 1024 * 1024 - 2) + "\"");
    answer("/large", 200, "\"" + "x".repeat(4 * 1024 * 1024 - 1) + "\"");

    assertThat(transport.send(request(Method.GET, "/small", ""), LONG))
        .isInstanceOf(Answered.class);
    assertThat(transport.send(request(Method.GET, "/large", ""), LONG))
        .isEqualTo(new NotAnswered(Cause.UNREACHABLE));
  }

  @Test
  void whoDoesNotAnswerInTimeDoesNotAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI target = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

      assertThat(transport.send(get(target), Duration.ofMillis(50)))
          .isEqualTo(new NotAnswered(Cause.TIMED_OUT));
      assertThat(transport.send(get(target), Duration.ofNanos(1)))
          .isEqualTo(new NotAnswered(Cause.TIMED_OUT));
    }
  }

  @Test
  void whoIsNotThereIsUnreachable() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    assertThat(transport.send(get(URI.create("http://127.0.0.1:" + port + "/")), LONG))
        .isEqualTo(new NotAnswered(Cause.UNREACHABLE));
  }

  @Test
  void timePassesAndAnInterruptedWaitEnds() {
    ElapsedTime time = new ElapsedTime();
    Duration before = time.elapsed();
    time.pause(Duration.ofMillis(2));
    assertThat(time.elapsed()).isGreaterThanOrEqualTo(before.plusMillis(2));

    Thread.currentThread().interrupt();
    time.pause(Duration.ofDays(1));
    assertThat(Thread.interrupted()).isTrue();
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          for (String header :
              List.of("Authorization", "Accept", "Content-type", "ConsistencyLevel")) {
            seen.add(String.valueOf(exchange.getRequestHeaders().getFirst(header)));
          }
          seen.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          send(exchange, status, body);
        });
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private GraphRequest request(Method method, String path, String body) {
    URI target = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new GraphRequest(
        method, target, body, Map.of("ConsistencyLevel", "eventual"), new Secret("the token"));
  }

  private static GraphRequest get(URI target) {
    return new GraphRequest(Method.GET, target, "", Map.of(), new Secret("the token"));
  }
}
