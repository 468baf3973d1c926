package io.entrabroker.operations.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entrabroker.operations.web.AnswerTooLarge;
import io.entrabroker.operations.web.EndlessServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AdminApiTest {
  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private AdminApi admin;

  @BeforeEach
  void anAdminApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI base = URI.create("http://localhost:" + server.getAddress().getPort());
    admin = new AdminApi(base, "admin", "p&ss=");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void oneTokenServesSeveralRequests() {
    admin.get("/openmetadata");
    admin.get("/openmetadata");

    assertThat(requests).filteredOn(request -> request.contains("/token")).hasSize(1);
    assertThat(requests.get(0)).contains("password=p%26ss%3D").contains("client_id=admin-cli");
    assertThat(requests).filteredOn(request -> request.contains("Bearer the-token")).hasSize(2);
  }

  @Test
  void whatWasCreatedIsKnownByItsId() {
    AdminAnswer answer = admin.post("/openmetadata/users", Map.of("username", "ada"));

    assertThat(answer.createdId()).isEqualTo("4711");
    assertThat(requests.get(1)).endsWith("{\"username\":\"ada\"}");
  }

  @Test
  void aRefusalIsToldInKeycloaksWords() {
    assertThatThrownBy(() -> admin.put("/openmetadata/refused", Map.of()))
        .isInstanceOf(KeycloakProblem.class)
        .hasMessage(
            "Keycloak answered 400 to PUT /admin/realms/openmetadata/refused: not like that");
  }

  @Test
  void aRefusalCanBeLookedAt() {
    AdminAnswer answer = admin.send("PUT", "/openmetadata/refused", Map.of());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorMessage()).isEqualTo("not like that");
  }

  @Test
  void anAnswerThatIsNotJsonIsStillAnAnswer() {
    assertThat(admin.send("GET", "/openmetadata/page").body().asText()).isEqualTo("<html>");
  }

  @Test
  void anAnswerWithoutAnEndFillsNoMemory() throws IOException {
    try (EndlessServer endless = new EndlessServer()) {
      AdminApi flooded = new AdminApi(URI.create(endless.address()), "admin", "p");

      assertThatThrownBy(() -> flooded.get("/openmetadata"))
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(AnswerTooLarge.class);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    requests.add(String.join(" ", path, authorization, body));
    exchange.getResponseHeaders().add("Location", exchange.getRequestURI() + "/4711");
    byte[] answer = answerTo(path).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(path.endsWith("/refused") ? 400 : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String answerTo(String path) {
    if (path.endsWith("/token")) {
      return "{\"access_token\":\"the-token\"}";
    }
    return path.endsWith("/refused")
        ? "{\"errorMessage\":\"not like that\"}"
        : path.endsWith("/page") ? "<html>" : "{}";
  }
}
