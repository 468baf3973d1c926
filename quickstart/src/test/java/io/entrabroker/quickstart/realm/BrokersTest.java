package io.entrabroker.quickstart.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entrabroker.quickstart.keycloak.AdminApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that keeps identity providers as Keycloak's admin REST API does. */
final class BrokersTest {
  private static final String INSTANCES = "/admin/realms/openmetadata/identity-provider/instances";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, JsonNode> providers = new TreeMap<>();
  private HttpServer server;
  private Brokers brokers;

  @BeforeEach
  void aRealmAsItIsImported() throws IOException {
    providers.put(
        "entra",
        JSON.readTree(
            """
            {"alias": "entra", "internalId": "1", "providerId": "entra", "enabled": false,
             "firstBrokerLoginFlowAlias": "our flow",
             "config": {"syncMode": "FORCE", "registration": "web", "flow": "code"}}
            """));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    URI base = URI.create("http://localhost:" + server.getAddress().getPort());
    brokers = new Brokers(new AdminApi(base, "admin", "password"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void theShippedProviderIsCompletedAndEnabled() {
    brokers.set(List.of(broker("entra", new Broker.Registration.Web("secret"))));

    assertThat(providers.get("entra"))
        .hasToString(
            "{\"alias\":\"entra\",\"internalId\":\"1\",\"providerId\":\"entra\",\"enabled\":true,"
                + "\"firstBrokerLoginFlowAlias\":\"our flow\",\"config\":{\"syncMode\":\"FORCE\","
                + "\"registration\":\"web\",\"flow\":\"code\",\"authority\":\"tenant\","
                + "\"clientId\":\"client\",\"clientSecret\":\"secret\"},\"displayName\":\"Entra\"}");
  }

  @Test
  void anotherProviderIsACopyWithoutTheIdAndTheSecret() {
    brokers.set(
        List.of(
            broker("entra", new Broker.Registration.Web("secret")),
            broker("entra-spa", new Broker.Registration.SinglePage()),
            broker("entra-implicit", new Broker.Registration.Implicit())));

    JsonNode spa = providers.get("entra-spa");
    assertThat(spa.path("firstBrokerLoginFlowAlias").asText()).isEqualTo("our flow");
    assertThat(spa.has("internalId")).isFalse();
    assertThat(spa.path("config").has("clientSecret")).isFalse();
    assertThat(spa.at("/config/registration").asText()).isEqualTo("spa");
    assertThat(providers.get("entra-implicit").at("/config/flow").asText()).isEqualTo("id_token");
  }

  @Test
  void asManyTimesAsOneLikesItStaysTheSame() {
    List<Broker> wanted =
        List.of(
            broker("entra", new Broker.Registration.Web("secret")),
            broker("entra-spa", new Broker.Registration.SinglePage()));
    brokers.set(wanted);
    String once = providers.toString();

    brokers.set(wanted);

    assertThat(providers).hasToString(once);
  }

  @Test
  void aSecretDoesNotSurviveTheChangeToASinglePageApplication() {
    brokers.set(List.of(broker("entra", new Broker.Registration.Web("secret"))));
    brokers.set(List.of(broker("entra", new Broker.Registration.SinglePage())));

    assertThat(providers.get("entra").path("config").has("clientSecret")).isFalse();
  }

  private static Broker broker(String alias, Broker.Registration registration) {
    return new Broker(alias, "Entra", "tenant", "client", registration);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.endsWith("/token")) {
      reply(exchange, 200, "{\"access_token\":\"t\"}");
    } else if (exchange.getRequestMethod().equals("GET")) {
      JsonNode found = providers.get(path.substring(INSTANCES.length() + 1));
      reply(exchange, found == null ? 404 : 200, String.valueOf(found));
    } else {
      ObjectNode sent = (ObjectNode) JSON.readTree(body);
      providers.put(sent.path("alias").asText(), sent);
      reply(exchange, 204, "");
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
