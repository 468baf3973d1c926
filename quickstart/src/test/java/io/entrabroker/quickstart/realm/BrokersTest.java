package io.entrabroker.quickstart.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entrabroker.operations.keycloak.AdminApi;
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

  private static final Policy POLICY =
      new Policy("contoso.example", "", "", "97009500-0000-4000-8000-000000000002 = Analytics");

  private final Map<String, JsonNode> providers = new TreeMap<>();
  private final Map<String, ArrayNode> mappers = new TreeMap<>();
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
    mappers
        .computeIfAbsent("entra", alias -> JSON.createArrayNode())
        .addObject()
        .put("id", "2")
        .put("name", "groups")
        .put("identityProviderAlias", "entra")
        .put("identityProviderMapper", "entra-groups-mapper");
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
                + "\"clientId\":\"client\",\"clientSecret\":\"secret\","
                + "\"mailDomains\":\"contoso.example\","
                + "\"groupBindings\":\"97009500-0000-4000-8000-000000000002 = Analytics\"},"
                + "\"displayName\":\"Entra\"}");
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
  void anotherProviderHasTheMappersOfTheShippedOne() {
    brokers.set(List.of(broker("entra-spa", new Broker.Registration.SinglePage())));

    assertThat(mappers.get("entra-spa"))
        .hasToString(
            "[{\"name\":\"groups\",\"identityProviderAlias\":\"entra-spa\","
                + "\"identityProviderMapper\":\"entra-groups-mapper\"}]");
  }

  @Test
  void onlyTheImplicitFlowAcceptsThatFiveGroupsAreTheMost() {
    brokers.set(
        List.of(
            broker("entra", new Broker.Registration.Implicit()),
            broker("entra-spa", new Broker.Registration.SinglePage())));

    assertThat(providers.get("entra").at("/config/acceptFiveGroups").asText()).isEqualTo("true");
    assertThat(providers.get("entra-spa").at("/config").has("acceptFiveGroups")).isFalse();
  }

  @Test
  void whatAPolicyDoesNotSpeakOfStaysAsItIsConfigured() {
    brokers.set(List.of(broker("entra", new Broker.Registration.SinglePage())));
    brokers.set(
        List.of(
            new Broker(
                "entra",
                "Entra",
                "tenant",
                "client",
                new Broker.Registration.SinglePage(),
                new Policy("", "", "", ""))));

    assertThat(providers.get("entra").at("/config/mailDomains").asText())
        .isEqualTo("contoso.example");
  }

  @Test
  void asManyTimesAsOneLikesItStaysTheSame() {
    List<Broker> wanted =
        List.of(
            broker("entra", new Broker.Registration.Web("secret")),
            broker("entra-spa", new Broker.Registration.SinglePage()));
    brokers.set(wanted);
    Map<String, JsonNode> once = Map.copyOf(providers);

    brokers.set(wanted);

    assertThat(providers).isEqualTo(once);
    assertThat(mappers.get("entra-spa")).hasSize(1);
  }

  @Test
  void aSecretDoesNotSurviveTheChangeToASinglePageApplication() {
    brokers.set(List.of(broker("entra", new Broker.Registration.Web("secret"))));
    brokers.set(List.of(broker("entra", new Broker.Registration.SinglePage())));

    assertThat(providers.get("entra").path("config").has("clientSecret")).isFalse();
  }

  private static Broker broker(String alias, Broker.Registration registration) {
    return new Broker(alias, "Entra", "tenant", "client", registration, POLICY);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.endsWith("/token")) {
      reply(exchange, 200, "{\"access_token\":\"t\"}");
    } else if (path.endsWith("/mappers")) {
      answerOfMappers(exchange, path, body);
    } else if (exchange.getRequestMethod().equals("GET")) {
      JsonNode found = providers.get(path.substring(INSTANCES.length() + 1));
      reply(exchange, found == null ? 404 : 200, String.valueOf(found));
    } else {
      ObjectNode sent = (ObjectNode) JSON.readTree(body);
      providers.put(sent.path("alias").asText(), sent);
      reply(exchange, 204, "");
    }
  }

  private void answerOfMappers(HttpExchange exchange, String path, byte[] body) throws IOException {
    String alias = path.substring(INSTANCES.length() + 1).replace("/mappers", "");
    ArrayNode known = mappers.computeIfAbsent(alias, other -> JSON.createArrayNode());
    if (exchange.getRequestMethod().equals("POST")) {
      known.add(JSON.readTree(body));
      reply(exchange, 201, "");
    } else {
      reply(exchange, 200, known.toString());
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
