package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients read before anybody signs in: metadata, keys, instances. */
class DiscoveryTest {

  @RegisterExtension static final RunningSimulator SIMULATOR = RunningSimulator.ofContoso();

  @ParameterizedTest
  @ValueSource(
      strings = {
        Contoso.TENANT,
        "0F9E8D7C-6B5A-4948-8372-61504F3E2D1C",
        "contoso.example",
        "Contoso.Example",
        "contoso.onmicrosoft.example"
      })
  void everyNameOfATenantAnswersWithItsGuid(String name) {
    JsonNode document = metadata(SIMULATOR.entra().httpUri(), name);

    String base = SIMULATOR.entra().httpUri() + "/" + Contoso.TENANT;
    assertThat(document.path("issuer").asText()).isEqualTo(base + "/v2.0");
    assertThat(document.path("authorization_endpoint").asText())
        .isEqualTo(base + "/oauth2/v2.0/authorize");
    assertThat(document.path("token_endpoint").asText()).isEqualTo(base + "/oauth2/v2.0/token");
    assertThat(document.path("end_session_endpoint").asText())
        .isEqualTo(base + "/oauth2/v2.0/logout");
    assertThat(document.path("jwks_uri").asText()).isEqualTo(base + "/discovery/v2.0/keys");
  }

  @Test
  void theDocumentHasTheMembersThatEntraHasAndNoOthers() {
    assertThat(names(metadata(SIMULATOR.entra().httpUri(), Contoso.TENANT)))
        .containsExactlyInAnyOrder(
            "token_endpoint",
            "token_endpoint_auth_methods_supported",
            "jwks_uri",
            "response_modes_supported",
            "subject_types_supported",
            "id_token_signing_alg_values_supported",
            "response_types_supported",
            "scopes_supported",
            "issuer",
            "request_uri_parameter_supported",
            "userinfo_endpoint",
            "authorization_endpoint",
            "device_authorization_endpoint",
            "http_logout_supported",
            "frontchannel_logout_supported",
            "end_session_endpoint",
            "claims_supported",
            "kerberos_endpoint",
            "tenant_region_scope",
            "cloud_instance_name",
            "cloud_graph_host_name",
            "msgraph_host",
            "rbac_url");
  }

  @Test
  void overHttpsTheIssuerIsOfTheSameOriginAsTheAuthority() {
    URI https = SIMULATOR.entra().httpsUri();

    assertThat(metadata(https, Contoso.DOMAIN).path("issuer").asText())
        .startsWith(https + "/")
        .startsWith("https://localhost:");
  }

  @Test
  void theDocumentOfManyTenantsHasAPlaceholder() {
    JsonNode document = metadata(SIMULATOR.entra().httpUri(), "Common");

    assertThat(document.path("issuer").asText())
        .isEqualTo(SIMULATOR.entra().httpUri() + "/{tenantid}/v2.0");
    assertThat(document.path("token_endpoint").asText()).contains("/common/");
    assertThat(document.path("tenant_region_scope").isNull()).isTrue();
  }

  @Test
  void theDocumentOfPersonalAccountsNamesTheirTenant() {
    assertThat(metadata(SIMULATOR.entra().httpUri(), "consumers").path("issuer").asText())
        .isEqualTo(SIMULATOR.entra().httpUri() + "/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fabrikam.example", "00000000-0000-0000-0000-00000000dead", "x"})
  void anUnknownTenantHasNoDocument(String name) {
    TestBrowser.Page page = SIMULATOR.browser().open(documentOf(SIMULATOR.entra().httpUri(), name));

    assertThat(page.status()).isEqualTo(400);
    assertThat(TokenReply.json(page.body()).path("error").asText()).isEqualTo("invalid_tenant");
    assertThat(TokenReply.json(page.body()).path("error_codes").path(0).asInt()).isEqualTo(90002);
  }

  @Test
  void metadataAndKeysMayBeReadFromAnyPage() {
    TestBrowser browser = SIMULATOR.browser();
    URI keys = SIMULATOR.endpoint("discovery/v2.0/keys");

    assertThat(
            browser
                .open(documentOf(SIMULATOR.entra().httpUri(), Contoso.TENANT))
                .header("Access-Control-Allow-Origin"))
        .isEqualTo("*");
    assertThat(browser.open(keys).header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void thereAreSeveralKeysAndNoneNamesAnAlgorithm() {
    List<JsonNode> keys = keys();

    assertThat(keys).hasSizeGreaterThan(2);
    assertThat(keys)
        .allSatisfy(
            key ->
                assertThat(names(key))
                    .containsExactlyInAnyOrder(
                        "kty", "use", "kid", "x5t", "n", "e", "x5c", "issuer"));
  }

  @Test
  void aKeyIsNamedByTheThumbprintOfItsCertificate() throws Exception {
    for (JsonNode key : keys()) {
      byte[] der = Base64.getDecoder().decode(key.path("x5c").path(0).asText());
      String thumbprint =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(MessageDigest.getInstance("SHA-1").digest(der));
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      RSAPublicKey publicKey = (RSAPublicKey) certificate.getPublicKey();

      assertThat(key.path("kid").asText()).isEqualTo(thumbprint);
      assertThat(key.path("x5t").asText()).isEqualTo(thumbprint);
      assertThat(new BigInteger(1, Base64.getUrlDecoder().decode(key.path("n").asText())))
          .isEqualTo(publicKey.getModulus());
    }
  }

  @Test
  void oneKeyMayVouchForAnotherTenantOnly() {
    String base = SIMULATOR.entra().httpUri().toString();
    Set<String> issuers = new HashSet<>();
    keys().forEach(key -> issuers.add(key.path("issuer").asText()));

    assertThat(issuers)
        .containsExactlyInAnyOrder(
            base + "/{tenantid}/v2.0", base + "/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0");
  }

  @Test
  void afterARollOverTheOldKeyIsGoneAndTheNextOneWasThereBefore() {
    Set<String> before = keyIds();

    SIMULATOR.entra().rollSigningKeys();

    Set<String> after = keyIds();
    assertThat(after).hasSameSizeAs(before).isNotEqualTo(before);
    assertThat(after).filteredOn(before::contains).hasSize(before.size() - 1);
  }

  @Test
  void theKeyEndpointCanBeTakenDown() {
    SIMULATOR.entra().takeKeysDown();
    try {
      assertThat(SIMULATOR.browser().open(SIMULATOR.endpoint("discovery/v2.0/keys")).status())
          .isEqualTo(503);
    } finally {
      SIMULATOR.entra().bringKeysBack();
    }
    assertThat(keys()).isNotEmpty();
  }

  @Test
  void instanceDiscoveryKnowsTheSimulatorAndNoStranger() {
    String path = "/common/discovery/instance?api-version=1.1&authorization_endpoint=";
    URI host = SIMULATOR.entra().httpUri();
    TestBrowser browser = SIMULATOR.browser();

    TestBrowser.Page own = browser.open(URI.create(host + path + host + "/common/authorize"));
    TestBrowser.Page strange =
        browser.open(URI.create(host + path + "https://evil.example/common/authorize"));

    assertThat(TokenReply.json(own.body()).at("/metadata/0/aliases/0").asText())
        .isEqualTo(host.getAuthority());
    assertThat(strange.status()).isEqualTo(400);
    assertThat(TokenReply.json(strange.body()).path("error").asText())
        .isEqualTo("invalid_instance");
  }

  private static Set<String> keyIds() {
    Set<String> ids = new HashSet<>();
    keys().forEach(key -> ids.add(key.path("kid").asText()));
    return ids;
  }

  private static List<JsonNode> keys() {
    List<JsonNode> keys = new ArrayList<>();
    TestBrowser.Page page = SIMULATOR.browser().open(SIMULATOR.endpoint("discovery/v2.0/keys"));
    TokenReply.json(page.body()).path("keys").forEach(keys::add);
    return keys;
  }

  private static JsonNode metadata(URI host, String tenant) {
    return TokenReply.json(SIMULATOR.browser().open(documentOf(host, tenant)).body());
  }

  private static URI documentOf(URI host, String tenant) {
    return host.resolve("/" + tenant + "/v2.0/.well-known/openid-configuration");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
