package io.entrabroker.operations.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entrabroker.operations.web.AnswerTooLarge;
import io.entrabroker.operations.web.EndlessServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogApiTest {

  private final Deque<String> answers = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private volatile boolean isEndless;
  private HttpServer server;
  private CatalogApi catalog = new CatalogApi(URI.create("http://localhost"), "");

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    catalog =
        new CatalogApi(URI.create("http://localhost:" + server.getAddress().getPort() + "//"), "t");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(
        exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
    String endless = isEndless ? "{'data':[{'name':'a'}],'paging':{'after':'x'}}" : "";
    String answer = (answers.isEmpty() ? endless : answers.remove()).replace('\'', '"');
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.isEmpty() ? 500 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void everyPageIsRead() {
    answers.add("{'data':[{'name':'a'}],'paging':{'after':'x y'}}");
    answers.add("{'data':[{'name':'b'}],'paging':{'total':2}}");

    assertThat(catalog.all("/users?fields=teams"))
        .extracting(user -> user.get("name").asText())
        .containsExactly("a", "b");
    assertThat(requests)
        .containsExactly(
            "/users?fields=teams&limit=100 [Bearer t]",
            "/users?fields=teams&limit=100&after=x%20y [Bearer t]");
  }

  @Test
  void aListOfWhichAPageIsMissingIsNoList() {
    answers.add("{'data':[{'name':'a'}],'paging':{'after':'x'}}");

    assertThatThrownBy(() -> catalog.all("/users?x"))
        .isInstanceOf(CatalogProblem.class)
        .hasMessageContaining("500");
    answers.add("{'message':'no list'}");
    assertThatThrownBy(() -> catalog.all("/users?x")).isInstanceOf(CatalogProblem.class);
  }

  @Test
  void aListWithoutAnEndIsGivenUp() {
    isEndless = true;

    assertThatThrownBy(() -> catalog.all("/users?x", 3))
        .isInstanceOf(CatalogProblem.class)
        .hasMessageContaining("does not end");
    assertThat(requests).hasSize(3);
  }

  @Test
  void anAnswerWithoutAnEndFillsNoMemory() throws IOException {
    try (EndlessServer endless = new EndlessServer()) {
      CatalogApi flooded = new CatalogApi(URI.create(endless.address()), "t");

      assertThatThrownBy(() -> flooded.get("/"))
          .isInstanceOf(CatalogProblem.class)
          .hasCauseInstanceOf(AnswerTooLarge.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog.contoso.com", "/catalog", "ftp://catalog", ""})
  void anAddressWhereNobodyCanBeAskedIsSaidSo(String address) {
    CatalogApi nowhere = new CatalogApi(URI.create(address), "t");

    assertThatThrownBy(() -> nowhere.get("/api"))
        .isInstanceOf(CatalogProblem.class)
        .hasMessage("Nobody can be asked at '" + nowhere.base() + "/api'.");
  }

  @Test
  void whatIsNoJsonIsNothing() {
    answers.add("<html>");

    assertThat(catalog.get("/").body().isMissingNode()).isTrue();
  }

  @Test
  void nobodysQuestionsCarryNoToken() {
    catalog.as("").get("/");

    assertThat(requests).containsExactly("/ []");
  }

  @Test
  void aCatalogThatIsNotThereIsSaidSo() {
    server.stop(0);

    assertThatThrownBy(() -> catalog.get("/"))
        .isInstanceOf(CatalogProblem.class)
        .hasMessageContaining("is the address right, and is it running?");
  }
}
