package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import io.entrabroker.simulator.directory.Cloud;
import io.entrabroker.simulator.directory.Directory;
import io.entrabroker.simulator.directory.TenantChange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One simulator is several clouds, by the name that clients call it. */
class CloudsTest {

  private static final String METADATA = "/v2.0/.well-known/openid-configuration";
  private static final String OWN_NAME = "login.sovereign.example";

  private static EntraSimulator entra;

  @BeforeAll
  static void start() {
    entra =
        EntraSimulator.builder()
            .httpsPort(0)
            .answeringAs(Cloud.values())
            .answeringAs(Cloud.CHINA, OWN_NAME)
            .start();
  }

  @AfterAll
  static void stop() {
    entra.close();
  }

  @AfterEach
  void restore() {
    entra.replaceDirectory(Directory.contoso());
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource({
    "PUBLIC, login.microsoftonline.com, microsoftonline.com, graph.microsoft.com, WW",
    "PUBLIC, Login.Windows.Net, microsoftonline.com, graph.microsoft.com, WW",
    "US_GOV, login.microsoftonline.us, microsoftonline.us, graph.microsoft.us, USGov",
    "US_GOV_DOD, login.microsoftonline.us, microsoftonline.us, dod-graph.microsoft.us, USGov",
    "CHINA, login.partner.microsoftonline.cn, partner.microsoftonline.cn,"
        + " microsoftgraph.chinacloudapi.cn, AS"
  })
  void theMetadataIsOfTheCloud(
      Cloud cloud, String host, String instance, String graph, String region) throws IOException {
    entra.change(TenantChange.cloud(Contoso.TENANT, cloud));

    JsonNode document = TokenReply.json(get(host, "/contoso.example" + METADATA).body());

    assertThat(document.path("issuer").asText())
        .isEqualTo("http://" + host.toLowerCase(Locale.ROOT) + "/" + Contoso.TENANT + "/v2.0");
    assertThat(document.path("cloud_instance_name").asText()).isEqualTo(instance);
    assertThat(document.path("msgraph_host").asText()).isEqualTo(graph);
    assertThat(document.path("userinfo_endpoint").asText())
        .isEqualTo("http://" + graph + "/oidc/userinfo");
    assertThat(document.path("tenant_region_scope").asText()).isEqualTo(region);
  }

  @ParameterizedTest(name = "{0} at {1}: AADSTS{2} for a secret")
  @CsvSource({
    "US_GOV, login.microsoftonline.com, 900439",
    "US_GOV_DOD, login.microsoftonline.com, 900439",
    "CHINA, login.microsoftonline.com, 900382",
    "PUBLIC, login.microsoftonline.us, 900382",
    "CHINA, login.microsoftonline.us, 900382"
  })
  void theWrongCloudIsExplained(Cloud cloud, String host, int code) throws IOException {
    entra.change(TenantChange.cloud(Contoso.TENANT, cloud));

    Reply metadata = get(host, "/" + Contoso.TENANT + METADATA);
    Reply page = get(host, "/" + Contoso.TENANT + "/oauth2/v2.0/authorize?" + Form.web().encoded());
    Reply token = post(host, Form.clientCredentials());
    Reply publicClient = post(host, Form.spaCode("x"));

    assertThat(metadata.status()).isEqualTo(400);
    assertThat(code(metadata)).isEqualTo(90038);
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("AADSTS90038");
    assertThat(code(token)).isEqualTo(code);
    assertThat(code(publicClient)).isEqualTo(90038);
  }

  @Test
  void tokensAreOfTheHostThatWasAsked() throws Exception {
    entra.change(TenantChange.cloud(Contoso.TENANT, Cloud.US_GOV));

    JWTClaimsSet claims =
        TokenReply.claims(
            TokenReply.json(post("login.microsoftonline.us", Form.clientCredentials()).body())
                .path("access_token")
                .asText());

    assertThat(claims.getIssuer())
        .isEqualTo("http://login.microsoftonline.us/" + Contoso.TENANT + "/v2.0");
  }

  @Test
  void aNameOfOnesOwnIsACloudWhoseGraphIsTheSimulator() throws IOException {
    entra.change(TenantChange.cloud(Contoso.TENANT, Cloud.CHINA));

    JsonNode document = TokenReply.json(get(OWN_NAME, "/contoso.example" + METADATA).body());

    assertThat(document.path("cloud_instance_name").asText())
        .isEqualTo("partner.microsoftonline.cn");
    assertThat(document.path("msgraph_host").asText()).isEqualTo(OWN_NAME);
  }

  @Test
  void withoutSuchANameItIsThePublicCloudAtItsOwnAddress() throws IOException {
    JsonNode document =
        TokenReply.json(get("unknown.example", "/contoso.example" + METADATA).body());

    assertThat(document.path("issuer").asText()).startsWith(entra.httpUri() + "/");
    assertThat(document.path("cloud_instance_name").asText()).isEqualTo("microsoftonline.com");
  }

  @Test
  void instanceDiscoveryNamesTheCloudsAndTheirAliases() throws IOException {
    Reply reply =
        get(
            "login.microsoftonline.com",
            "/common/discovery/instance?api-version=1.1&authorization_endpoint="
                + "https://login.microsoftonline.us/common/oauth2/v2.0/authorize");

    JsonNode metadata = TokenReply.json(reply.body()).path("metadata");
    assertThat(metadata.findValuesAsText("preferred_network"))
        .containsExactly(
            "login.microsoftonline.com",
            "login.partner.microsoftonline.cn",
            "login.microsoftonline.us");
    assertThat(metadata.path(0).path("preferred_cache").asText()).isEqualTo("login.windows.net");
  }

  @Test
  void theCertificateIsForTheNamesOfTheClouds() throws Exception {
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), entra.httpsUri().getPort());
        SSLSocket socket =
            (SSLSocket)
                entra
                    .trustingSslContext()
                    .getSocketFactory()
                    .createSocket(plain, "login.microsoftonline.us", 443, true)) {
      socket.startHandshake();

      X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      assertThat(certificate.getSubjectAlternativeNames())
          .contains(List.of(2, "login.microsoftonline.us"), List.of(2, "graph.microsoft.us"));
    }
  }

  private static int code(Reply reply) {
    return TokenReply.json(reply.body()).path("error_codes").path(0).asInt();
  }

  private static Reply get(String host, String path) throws IOException {
    return send("GET " + path + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n");
  }

  private static Reply post(String host, Form form) throws IOException {
    String body = form.encoded();
    return send(
        """
        POST /%s/oauth2/v2.0/token HTTP/1.0\r
        Host: %s\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: %d\r
        \r
        %s"""
            .formatted(Contoso.TENANT, host, body.length(), body));
  }

  /** Java's HTTP client does not let a test choose the host name. */
  private static Reply send(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), entra.httpPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int body = answer.indexOf("\r\n\r\n");
      return new Reply(Integer.parseInt(answer.substring(9, 12)), answer.substring(body + 4));
    }
  }

  private record Reply(int status, String body) {}
}
