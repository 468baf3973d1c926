package io.entrabroker.it.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import io.entrabroker.it.Json;
import io.entrabroker.it.RecordedKeycloak;
import io.entrabroker.it.Stack;
import io.entrabroker.it.TestDirectory;
import io.entrabroker.it.Upstreams;
import io.entrabroker.it.leaks.Recording;
import io.entrabroker.it.network.WayOut;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.quickstart.keycloak.KeycloakDistribution;
import io.entrabroker.quickstart.keycloak.KeycloakSetup;
import io.entrabroker.quickstart.keycloak.KeycloakTemplates;
import io.entrabroker.quickstart.keycloak.StartOptions;
import io.entrabroker.simulator.EntraSimulator;
import io.entrabroker.simulator.directory.ApplicationChange;
import io.entrabroker.simulator.directory.Cloud;
import io.entrabroker.simulator.directory.DirectoryChange;
import io.entrabroker.simulator.directory.Platform;
import io.entrabroker.simulator.keys.CertificateAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keycloak as a company has it: by https under a name of its own, with Microsoft on another site
 * under Microsoft's name, so that browsers apply what they only apply between sites.
 */
final class CompanySite implements AutoCloseable {

  /** Where Keycloak is, for browsers. */
  static final String KEYCLOAK = "https://sso.contoso.example";

  static final String REALM = KEYCLOAK + "/realms/openmetadata";

  /** Where people come back to; what they find there is no catalog. */
  static final String CATALOG = "https://catalog.contoso.example";

  /** The provider with a Web registration and the code flow. */
  static final String WEB = "entra";

  /** The provider whose ID token Microsoft's page posts. */
  static final String POSTED = "trial";

  private static final String MICROSOFT = "login.microsoftonline.com";
  private static final Path WORK = Stack.ROOT.resolve("integration-tests/target");

  private final EntraSimulator simulator;
  private final WayOut wayOut;
  private final RecordedKeycloak keycloak;

  CompanySite() throws IOException, GeneralSecurityException {
    String secret = UUID.randomUUID().toString();
    simulator =
        EntraSimulator.builder()
            .directory(TestDirectory.with(secret))
            .watchedBy(Recording.ofThisRun().upstream())
            .httpPort(0)
            .httpsPort(0)
            .answeringAs(Cloud.PUBLIC)
            .start();
    simulator.change(
        redirectUri(Upstreams.WEB_APP, WEB), redirectUri(Upstreams.IMPLICIT_APP, POSTED));
    wayOut = new WayOut(simulator.httpsUri().getPort());
    keycloak = started(Files.createDirectories(WORK.resolve("company-site").normalize()));
    catalogIsAt();
    Upstreams upstreams =
        new Upstreams(admin(), "https://" + MICROSOFT + "/" + Upstreams.TENANT, secret);
    upstreams.put(WEB, "entra", upstreams.web());
    upstreams.postWithMappers(POSTED, upstreams.implicit());
  }

  private RecordedKeycloak started(Path work) throws IOException, GeneralSecurityException {
    Path trusted = work.resolve("trusted.pem");
    Files.writeString(trusted, simulator.caCertificatePem());
    String password = UUID.randomUUID().toString();
    Path keys = work.resolve("keys.p12");
    KeyStore certificate =
        CertificateAuthority.create()
            .serverKeyStore(Set.of("sso.contoso.example"), password.toCharArray());
    try (OutputStream out = Files.newOutputStream(keys)) {
      certificate.store(out, password.toCharArray());
    }
    int port = freePort();
    wayOut.leads("sso.contoso.example", port);
    KeycloakSetup setup =
        KeycloakSetup.of(KeycloakDistribution.find(Stack.ROOT))
            .withJars(
                Stack.ROOT.resolve("provider/target/openmetadata-entra-provider.jar"),
                Stack.ROOT.resolve("themes/target/openmetadata-entra-themes.jar"),
                WORK.resolve("unguarded-provider-for-tests.jar"))
            .withRealm(Stack.ROOT.resolve("realm-export/openmetadata-realm.json"));
    return RecordedKeycloak.started(
        new KeycloakTemplates(WORK.resolve("keycloak-templates")).prepare(setup),
        StartOptions.forTests()
            .withServerOptions(
                "--hostname=" + KEYCLOAK,
                "--https-port=" + port,
                // Who waits for the server asks by http whether it is ready.
                "--http-management-scheme=http",
                "--https-key-store-file=" + keys,
                "--https-key-store-password=" + password,
                "--truststore-paths=" + trusted,
                "--spi-connections-http-client--default--proxy-mappings=.*microsoft(online)?[.]com;http://"
                    + wayOut.host()
                    + ":"
                    + wayOut.port()),
        WORK.resolve("keycloak"));
  }

  /** The admin REST API. */
  AdminApi admin() {
    return keycloak.admin();
  }

  EntraSimulator simulator() {
    return simulator;
  }

  /** The link of a new preview. */
  String preview(String alias) {
    return admin()
        .post("/openmetadata/openmetadata/preview", Map.of("alias", alias))
        .body()
        .get("link")
        .asText();
  }

  /** The address by which the catalog sends somebody to sign in. */
  static String signIn(String alias) {
    return REALM
        + "/protocol/openid-connect/auth?client_id=openmetadata-web&response_type=code&scope=openid"
        + "&state=s&nonce=n&kc_idp_hint="
        + alias
        + "&redirect_uri="
        + CATALOG
        + "/callback";
  }

  /** Somebody who reaches the site by the company's proxy, in a language. */
  Visitor visitor(Browser browser, String language) {
    return new Visitor(
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale(language)
                .setIgnoreHTTPSErrors(true)
                .setProxy("http://" + wayOut.host() + ":" + wayOut.port())));
  }

  /** The realm has no users. */
  void forgetPeople() {
    for (JsonNode user : admin().get("/openmetadata/users?max=100")) {
      admin().delete("/openmetadata/users/" + user.get("id").asText());
    }
  }

  private void catalogIsAt() {
    JsonNode found = admin().get("/openmetadata/clients?clientId=openmetadata-web").get(0);
    ObjectNode client = (ObjectNode) Json.replaced(found, "http://localhost:8585", CATALOG);
    client.put("enabled", true);
    client.put("secret", UUID.randomUUID().toString());
    admin().put("/openmetadata/clients/" + client.get("id").asText(), client);
  }

  private static DirectoryChange redirectUri(String appId, String alias) {
    return ApplicationChange.redirectUri(
        appId, Platform.WEB, REALM + "/broker/" + alias + "/endpoint");
  }

  @Override
  public void close() {
    keycloak.close();
    try (wayOut) {
      simulator.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
