package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrabroker.simulator.web.RecordedRequest;
import io.javalin.util.JavalinBindException;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a test that starts its own simulator can set and see. */
class EmbeddingTest {

  private static final String OTHER_TENANT = "aaaaaaaa-0000-4000-8000-000000000001";

  @Test
  void withoutSettingsItListensOnAFreeHttpPortOnly() {
    try (EntraSimulator entra = EntraSimulator.builder().start()) {
      assertThat(entra.httpUri().getScheme()).isEqualTo("http");
      assertThat(entra.httpUri().getHost()).isEqualTo("localhost");
      assertThat(entra.httpUri().getPort()).isPositive();
      assertThatThrownBy(entra::httpsUri).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aPortThatIsTakenIsReported() {
    try (EntraSimulator entra = EntraSimulator.builder().start()) {
      SimulatorBuilder second = EntraSimulator.builder().httpPort(entra.httpUri().getPort());

      assertThatThrownBy(second::start).isInstanceOf(JavalinBindException.class);
    }
  }

  @Test
  void itsAddressesAreThoseThatClientsUse() {
    URI http = URI.create("http://entra.internal:9090/");
    URI https = URI.create("https://entra.example");
    try (EntraSimulator entra =
        EntraSimulator.builder().publicUrl(http).httpsPort(0).publicHttpsUrl(https).start()) {
      assertThat(entra.httpUri()).isEqualTo(URI.create("http://entra.internal:9090"));
      assertThat(entra.httpsUri()).isEqualTo(https);
      URI here = URI.create("http://localhost:" + entra.httpPort());
      assertThat(issuer(entra, here, Contoso.DOMAIN))
          .isEqualTo("http://entra.internal:9090/" + Contoso.TENANT + "/v2.0");
    }
  }

  @Test
  void itsAuthorityIsOneForTrustStores() throws Exception {
    try (EntraSimulator entra = EntraSimulator.builder().httpsPort(0).start()) {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(
                          entra.caCertificatePem().getBytes(StandardCharsets.US_ASCII)));

      assertThat(certificate.getBasicConstraints()).isNotNegative();
      assertThat(
              new TestBrowser(entra.trustingSslContext())
                  .open(entra.httpsUri().resolve("/simulator/ca.pem"))
                  .body())
          .isEqualTo(entra.caCertificatePem());
    }
  }

  @Test
  void requestsAreKeptForTestsAndTheirValuesAreNotPrinted() {
    try (EntraSimulator entra = EntraSimulator.builder().start()) {
      TestBrowser browser = new TestBrowser(entra.trustingSslContext());
      URI token = entra.httpUri().resolve("/" + Contoso.DOMAIN + "/oauth2/v2.0/token");

      browser.post(token, Form.clientCredentials().values(), "Origin", Contoso.ORIGIN);

      List<RecordedRequest> requests = entra.requests();
      assertThat(requests).hasSize(1);
      RecordedRequest request = requests.get(0);
      assertThat(request.toTokenEndpoint()).isTrue();
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path()).isEqualTo(token.getPath());
      assertThat(request.header("origin")).contains(Contoso.ORIGIN);
      assertThat(request.form()).containsEntry("client_secret", Contoso.WEB_SECRET);
      assertThat(request.toString()).doesNotContain(Contoso.WEB_SECRET);
      entra.clearRequests();
      assertThat(entra.requests()).isEmpty();
    }
  }

  @Test
  void aWatcherIsToldOfEveryRequestAndItsAnswer() {
    List<String> tokens = new CopyOnWriteArrayList<>();
    try (EntraSimulator entra =
        EntraSimulator.builder()
            .recordedRequests(0)
            .watchedBy((request, answer) -> tokens.add(request.path() + " " + answer))
            .start()) {
      TestBrowser browser = new TestBrowser(entra.trustingSslContext());
      URI token = entra.httpUri().resolve("/" + Contoso.DOMAIN + "/oauth2/v2.0/token");

      browser.post(token, Form.clientCredentials().values());

      assertThat(tokens).hasSize(1);
      assertThat(tokens.get(0)).startsWith(token.getPath() + " {").contains("access_token");
      assertThat(entra.requests()).isEmpty();
    }
  }

  @Test
  void onlyTheLatestRequestsAreKept() {
    try (EntraSimulator entra = EntraSimulator.builder().recordedRequests(2).start()) {
      TestBrowser browser = new TestBrowser(entra.trustingSslContext());
      for (String tenant : List.of("one", "two", "three")) {
        browser.open(entra.httpUri().resolve("/" + tenant + "/oauth2/v2.0/authorize"));
      }

      assertThat(entra.requests())
          .extracting(RecordedRequest::path)
          .containsExactly("/two/oauth2/v2.0/authorize", "/three/oauth2/v2.0/authorize");
    }
  }

  @Test
  void aDomainThatWasSoldLeadsToTheNewOwner() {
    try (EntraSimulator entra = EntraSimulator.builder().start()) {
      entra.moveDomain(Contoso.DOMAIN, OTHER_TENANT);

      assertThat(issuer(entra, Contoso.DOMAIN)).contains("/" + OTHER_TENANT + "/");
      assertThat(issuer(entra, Contoso.TENANT)).contains("/" + Contoso.TENANT + "/");
    }
  }

  @Test
  void loopbackIsWhereItListensUnlessToldOtherwise() {
    assertThat(EntraSimulator.builder().listening().host())
        .isEqualTo(InetAddress.getLoopbackAddress().getHostAddress());
  }

  private static String issuer(EntraSimulator entra, String tenant) {
    return issuer(entra, entra.httpUri(), tenant);
  }

  private static String issuer(EntraSimulator entra, URI host, String tenant) {
    URI address = host.resolve("/" + tenant + "/v2.0/.well-known/openid-configuration");
    return TokenReply.json(new TestBrowser(entra.trustingSslContext()).open(address).body())
        .path("issuer")
        .asText();
  }
}
