package io.entrabroker.it.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.EntraSimulator;
import io.entrabroker.simulator.directory.Cloud;
import io.entrabroker.simulator.directory.TenantChange;
import io.entrabroker.simulator.keys.CertificateAuthority;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between Keycloak and the simulator does what the tests say of it. */
class FrontTest {

  private static final String METADATA =
      "/" + Upstreams.TENANT + "/v2.0/.well-known/openid-configuration";

  private final CertificateAuthority authority = CertificateAuthority.create();
  private final EntraSimulator simulator =
      EntraSimulator.builder()
          .httpsPort(0)
          .answeringAs(Cloud.PUBLIC, "127.0.0.1")
          .answeringAs(Cloud.CHINA)
          .start();
  private final Front front = new Front(simulator, authority);

  @AfterEach
  void close() {
    front.close();
    simulator.close();
  }

  @Test
  void aSoundFrontPassesOnWhatIsAskedUnderItsOwnName() throws Exception {
    assertThat(ask()).contains("\"issuer\":\"" + front.origin() + "/" + Upstreams.TENANT);
  }

  @Test
  void nobodyListensUntilItIsSoundAgain() throws Exception {
    for (int i = 0; i < 10; i++) {
      front.becomes(Front.State.REFUSES);
      assertThatThrownBy(this::ask).isInstanceOf(ConnectException.class);
      front.becomes(Front.State.SOUND);
      assertThat(ask()).contains("issuer");
    }
    assertThat(front.disappointed()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN_AUTHORITY, PKIX",
    "EXPIRED, validity check failed",
    "ANOTHER_HOST, 127.0.0.1",
    "NO_TLS, plaintext connection"
  })
  void itShowsWhatNobodyBelieves(Front.State state, String reason) throws Exception {
    front.becomes(state);

    assertThatThrownBy(this::ask).isInstanceOf(SSLException.class).hasStackTraceContaining(reason);
    assertThat(front.disappointed()).isPositive();
    front.becomes(Front.State.SOUND);
    assertThat(ask()).contains("issuer");
  }

  @Test
  void itChangesBetweenOneRequestAndTheNext() throws Exception {
    front.becomesAfter("/openid-configuration", Front.State.REFUSES);

    assertThat(ask()).contains("issuer");
    assertThatThrownBy(this::ask).isInstanceOf(ConnectException.class);
  }

  @Test
  void theWayOutLeadsToTheSimulatorUnderMicrosoftsNames() throws Exception {
    simulator.change(TenantChange.cloud(Upstreams.TENANT, Cloud.CHINA));
    try (WayOut wayOut = new WayOut(simulator.httpsUri().getPort())) {
      HttpClient client =
          HttpClient.newBuilder()
              .sslContext(simulator.trustingSslContext())
              .proxy(ProxySelector.of(new InetSocketAddress(wayOut.host(), wayOut.port())))
              .build();
      String login = "login.partner.microsoftonline.cn";

      assertThat(ask(client, "https://" + login))
          .contains("\"msgraph_host\":\"" + Cloud.CHINA.graphHost())
          .contains("\"issuer\":\"https://" + login + "/" + Upstreams.TENANT);
      assertThat(wayOut.asked()).containsExactly(login);
    }
  }

  private String ask() throws IOException, InterruptedException {
    return ask(
        HttpClient.newBuilder().sslContext(authority.trustingContext()).build(), front.origin());
  }

  private static String ask(HttpClient client, String origin)
      throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(origin + METADATA)).build(), BodyHandlers.ofString())
        .body();
  }
}
