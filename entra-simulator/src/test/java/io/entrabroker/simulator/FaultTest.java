package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.simulator.faults.Endpoint;
import io.entrabroker.simulator.faults.Fault;
import io.entrabroker.simulator.faults.HeldAnswer;
import io.entrabroker.simulator.faults.KeySetLie;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tests can let go wrong at every endpoint. */
@Timeout(60)
class FaultTest {

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void nothingStaysBroken() {
    SIMULATOR.entra().faults().clear();
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void theNextRequestFailsAndOnlyThatOne(Endpoint endpoint) throws Exception {
    int usual = ask(endpoint).statusCode();
    next(endpoint, Fault.status(500));

    HttpResponse<String> failed = ask(endpoint);

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(TokenReply.json(failed.body()).has("error")).isTrue();
    assertThat(ask(endpoint).statusCode()).isEqualTo(usual).isNotEqualTo(500);
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void throttlingSaysHowLongToWait(Endpoint endpoint) throws Exception {
    next(endpoint, Fault.throttled(Duration.ofSeconds(7)));

    HttpResponse<String> throttled = ask(endpoint);

    assertThat(throttled.statusCode()).isEqualTo(429);
    assertThat(throttled.headers().firstValue("Retry-After")).contains("7");
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void theConnectionIsClosedWithoutAnAnswer(Endpoint endpoint) {
    SIMULATOR.entra().faults().at(endpoint).always(Fault.connectionClosed());

    assertThatThrownBy(() -> ask(endpoint)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void theHeadersAreSlowAndTheAnswerGenuine(Endpoint endpoint) throws Exception {
    int usual = ask(endpoint).statusCode();
    next(endpoint, Fault.slowHeaders(Duration.ofMinutes(10)));
    CompletableFuture<HttpResponse<String>> asking = askAsync(endpoint);

    assertThatThrownBy(() -> asking.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    SIMULATOR.entra().faults().clear();

    assertThat(asking.get().statusCode()).isEqualTo(usual);
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void theBodyIsSlowAndGenuine(Endpoint endpoint) throws Exception {
    int usual = ask(endpoint).statusCode();
    next(endpoint, Fault.slowBody(Duration.ofMinutes(10)));

    HttpResponse<InputStream> begun =
        client.send(request(endpoint), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(begun.statusCode()).isEqualTo(usual);
    SIMULATOR.entra().faults().clear();

    String body = new String(begun.body().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(TokenReply.json(body).isObject()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void theBodyNeverEnds(Endpoint endpoint) throws Exception {
    next(endpoint, Fault.endlessBody());

    HttpResponse<InputStream> begun =
        client.send(request(endpoint), HttpResponse.BodyHandlers.ofInputStream());

    try (InputStream body = begun.body()) {
      assertThat(body.readNBytes(5_000_000)).hasSize(5_000_000);
    }
  }

  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void theBodyIsBrokenOff(Endpoint endpoint) {
    SIMULATOR.entra().faults().at(endpoint).always(Fault.brokenOff());

    assertThatThrownBy(() -> ask(endpoint)).isInstanceOf(IOException.class);
  }

  @Test
  void redirectsLeadBackOrAway() throws Exception {
    SIMULATOR.entra().faults().at(Endpoint.KEYS).always(Fault.redirectLoop());
    next(Endpoint.KEYS, Fault.redirect(URI.create("https://attacker.example/")));

    assertThat(ask(Endpoint.KEYS).headers().firstValue("Location"))
        .contains("https://attacker.example/");
    assertThat(ask(Endpoint.KEYS).headers().firstValue("Location"))
        .contains(request(Endpoint.KEYS).uri().toString());
  }

  @Test
  void theContentIsWrong() throws Exception {
    next(Endpoint.DISCOVERY, Fault.garbage());
    next(Endpoint.DISCOVERY, Fault.nothing());
    next(Endpoint.DISCOVERY, Fault.page());
    next(Endpoint.DISCOVERY, Fault.nested(3));
    next(Endpoint.DISCOVERY, Fault.oversized(2_000_000));
    next(Endpoint.DISCOVERY, Fault.changed(body -> body.put("issuer", "https://evil.example")));

    assertThat(ask(Endpoint.DISCOVERY).body()).startsWith("\u0000{[");
    assertThat(ask(Endpoint.DISCOVERY).body()).isEmpty();
    assertThat(ask(Endpoint.DISCOVERY).headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    assertThat(ask(Endpoint.DISCOVERY).body()).isEqualTo("{\"a\":{\"a\":{\"a\":1}}}");
    assertThat(ask(Endpoint.DISCOVERY).body()).hasSizeGreaterThan(2_000_000);
    assertThat(json(Endpoint.DISCOVERY).path("issuer").asText()).isEqualTo("https://evil.example");
    assertThat(json(Endpoint.DISCOVERY).path("issuer").asText()).contains(Contoso.TENANT);
  }

  @Test
  void keySetsLie() throws Exception {
    int genuine = json(Endpoint.KEYS).path("keys").size();
    next(Endpoint.KEYS, KeySetLie.issuer("https://evil.example"));
    next(Endpoint.KEYS, KeySetLie.withoutIssuer());
    next(Endpoint.KEYS, KeySetLie.withoutKeyId());
    next(Endpoint.KEYS, KeySetLie.ellipticKeys());
    next(Endpoint.KEYS, KeySetLie.privateMembers());
    next(Endpoint.KEYS, KeySetLie.duplicateKeyIds());
    next(Endpoint.KEYS, KeySetLie.huge(1000));
    next(Endpoint.KEYS, KeySetLie.empty());

    assertThat(members("issuer")).containsExactly("https://evil.example");
    assertThat(members("issuer")).containsExactly("");
    assertThat(members("kid")).containsExactly("");
    assertThat(members("kty")).containsExactly("EC");
    assertThat(members("d")).containsExactly("AQAB");
    assertThat(json(Endpoint.KEYS).path("keys")).hasSize(genuine * 2);
    assertThat(json(Endpoint.KEYS).path("keys")).hasSize(genuine + 1000);
    assertThat(json(Endpoint.KEYS).path("keys")).isEmpty();
  }

  @Test
  void anAnswerIsKeptBackUntilItIsLetGo() throws Exception {
    HeldAnswer held = SIMULATOR.entra().faults().at(Endpoint.KEYS).holdNext();
    CompletableFuture<HttpResponse<String>> asking = askAsync(Endpoint.KEYS);
    assertThat(held.awaitRequest(Duration.ofSeconds(30))).isTrue();
    assertThat(asking).isNotDone();

    held.release();

    assertThat(asking.get().statusCode()).isEqualTo(200);
  }

  @Test
  void aKeyIsRolledOverStepByStep() throws Exception {
    String before = SIMULATOR.entra().signingKeys().current().keyId();

    String added = SIMULATOR.entra().signingKeys().publishNext();
    assertThat(members("kid")).contains(before, added);
    assertThat(SIMULATOR.entra().signingKeys().current().keyId()).isEqualTo(before);

    SIMULATOR.entra().signingKeys().switchToNext();
    assertThat(SIMULATOR.entra().signingKeys().current().keyId()).isNotEqualTo(before);
    assertThat(members("kid")).contains(before);

    SIMULATOR.entra().signingKeys().retireFormer();
    assertThat(members("kid"))
        .doesNotContain(before)
        .contains(SIMULATOR.entra().signingKeys().current().keyId());
  }

  private void next(Endpoint endpoint, Fault fault) {
    SIMULATOR.entra().faults().at(endpoint).next(fault);
  }

  private Set<String> members(String name) throws Exception {
    Set<String> values = new HashSet<>();
    json(Endpoint.KEYS).path("keys").forEach(key -> values.add(key.path(name).asText()));
    return values;
  }

  private JsonNode json(Endpoint endpoint) throws Exception {
    return TokenReply.json(ask(endpoint).body());
  }

  private HttpResponse<String> ask(Endpoint endpoint) throws Exception {
    return client.send(request(endpoint), HttpResponse.BodyHandlers.ofString());
  }

  private CompletableFuture<HttpResponse<String>> askAsync(Endpoint endpoint) {
    return client.sendAsync(request(endpoint), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest request(Endpoint endpoint) {
    return switch (endpoint) {
      case DISCOVERY -> get(SIMULATOR.endpoint("v2.0/.well-known/openid-configuration"));
      case KEYS -> get(SIMULATOR.endpoint("discovery/v2.0/keys"));
      case GRAPH -> get(SIMULATOR.entra().httpUri().resolve("/v1.0/me"));
      case TOKEN ->
          HttpRequest.newBuilder(SIMULATOR.token())
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(Form.clientCredentials().encoded()))
              .build();
    };
  }

  private static HttpRequest get(URI address) {
    return HttpRequest.newBuilder(address).build();
  }
}
