package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewCommandTest {

  private static final Map<String, String> PERSON =
      Map.of("KEYCLOAK_ADMIN_USERNAME", "ada", "KEYCLOAK_ADMIN_PASSWORD", "p");

  private final List<String> requests = new ArrayList<>();
  private int status = 200;
  private String answer = "{\"link\":\"https://sso.example/x?link=1\",\"seconds\":300}";
  private HttpServer server;

  @BeforeEach
  void aKeycloak() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, status, answer));
    server.createContext(
        "/realms/master/protocol/openid-connect/token",
        exchange -> answer(exchange, 200, "{\"access_token\":\"t\"}"));
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange, int status, String text) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void theLinkAloneIsPrintedAndWhatItIsGoodForIsSaidBeside() {
    Terminal terminal = run("--alias=contoso");

    assertThat(terminal)
        .isEqualTo(
            new Terminal(
                0,
                "https://sso.example/x?link=1\n",
                "Open it within 5 minutes. It is good for one result, in the browser that opens it"
                    + " first.\n"));
    assertThat(requests)
        .contains("POST /admin/realms/openmetadata/openmetadata/preview {\"alias\":\"contoso\"}");
  }

  @Test
  void whoeverAsksForNoOtherProviderGetsTheRealmsOwn() {
    run();

    assertThat(requests).anyMatch(request -> request.endsWith("{\"alias\":\"entra\"}"));
  }

  @Test
  void whoeverGetsNoLinkIsToldWhy() {
    status = 400;
    answer = "{\"errorMessage\":\"Nobody signs in with this identity provider.\"}";

    Terminal terminal = run();

    assertThat(terminal.exitCode()).isEqualTo(1);
    assertThat(terminal.out()).isEmpty();
    assertThat(terminal.err()).contains("Nobody signs in with this identity provider.");
  }

  private Terminal run(String... options) {
    List<String> args = new ArrayList<>();
    args.add("preview");
    args.add("--keycloak=http://localhost:" + server.getAddress().getPort());
    args.addAll(List.of(options));
    return Terminal.run(PERSON, args.toArray(String[]::new));
  }
}
