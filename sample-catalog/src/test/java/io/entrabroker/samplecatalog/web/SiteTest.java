package io.entrabroker.samplecatalog.web;

import static io.entrabroker.samplecatalog.web.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.samplecatalog.SampleCatalog;
import io.entrabroker.samplecatalog.SampleCatalogBuilder;
import io.entrabroker.samplecatalog.settings.ResponseType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
  private static final URI REALM = URI.create("http://localhost:8080/realms/openmetadata");
  private static final Pattern RESOURCE = Pattern.compile("(?:src|href)=\"/assets/([^\"]+)\"");
  private static final Pattern IMPORT = Pattern.compile("from '\\./([^']+)'");

  private final Browser browser = new Browser();
  private SampleCatalog catalog =
      start(
          builder ->
              builder
                  .confidentialClient("openmetadata-web", "s3cret")
                  .publicClient("openmetadata-spa")
                  .upstreams("entra"));

  @AfterEach
  void stop() {
    catalog.close();
  }

  private static SampleCatalog start(UnaryOperator<SampleCatalogBuilder> settings) {
    return settings.apply(SampleCatalog.builder().realm(REALM)).start();
  }

  private HttpResponse<String> get(String path) {
    return browser.get(catalog.url() + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/signin", "/logout", "/auth/callback", "/silent-callback"})
  void everyPageAndWhatItLoadsIsThere(String path) {
    HttpResponse<String> page = get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertAllThere(RESOURCE, page.body());
  }

  /** What a page loads, and what its scripts import in turn. */
  private void assertAllThere(Pattern reference, String text) {
    reference
        .matcher(text)
        .results()
        .map(match -> "/assets/" + match.group(1))
        .forEach(
            address -> {
              HttpResponse<String> file = get(address);
              assertThat(file.statusCode()).as(address).isEqualTo(200);
              assertAllThere(IMPORT, file.body());
            });
  }

  @Test
  void nothingComesFromElsewhereAndNoAddressLeaksInAReferer() {
    HttpResponse<String> page = get("/");

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
        .contains("connect-src 'self' http://localhost:8080;")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.body()).doesNotContain("http://", "https://");
  }

  @Test
  void theStartPageSaysWhatItIs() {
    assertThat(get("/").body()).contains("This is a sample.", "It is not OpenMetadata");
  }

  @Test
  void theAuthConfigurationIsTrueAndHasNoSecret() {
    HttpResponse<String> answer = get("/api/v1/system/config/auth");
    var config = json(answer);

    assertThat(config.get("provider").asText()).isEqualTo("custom-oidc");
    assertThat(config.get("clientType").asText()).isEqualTo("confidential");
    assertThat(config.get("clientId").asText()).isEqualTo("openmetadata-web");
    assertThat(config.get("authority").asText()).isEqualTo(REALM.toString());
    assertThat(config.get("callbackUrl").asText()).isEqualTo(catalog.url() + "/callback");
    assertThat(config.get("publicKeyUrls"))
        .hasToString("[\"" + REALM + "/protocol/openid-connect/certs\"]");
    assertThat(config.get("jwtPrincipalClaimsMapping"))
        .hasToString("[\"username:preferred_username\",\"email:email\"]");
    assertThat(answer.body()).doesNotContain("s3cret");
  }

  @Test
  void aPublicCatalogSaysSoAndHasNoServerSideSignIn() {
    catalog.close();
    catalog =
        start(
            builder ->
                builder.publicClient("openmetadata-spa").publicResponseType(ResponseType.CODE));
    var config = json(get("/api/v1/system/config/auth"));

    assertThat(config.get("clientType").asText()).isEqualTo("public");
    assertThat(config.get("clientId").asText()).isEqualTo("openmetadata-spa");
    assertThat(config.get("responseType").asText()).isEqualTo("code");
    assertThat(get("/api/v1/auth/login").statusCode()).isEqualTo(404);
    assertThat(get("/callback?code=1&state=2").body()).contains("/assets/app.js");
  }

  @Test
  void theSampleHasNoKeyOfItsOwn() {
    assertThat(json(get("/api/v1/system/config/jwks"))).hasToString("{\"keys\":[]}");
  }

  @Test
  void theRealLibrarysPageIsThereOnlyWithTheLibrary(@TempDir Path folder) throws IOException {
    assertThat(get("/real-oidc-client").statusCode()).isEqualTo(404);

    Path library = Files.writeString(folder.resolve("oidc-client.min.js"), "library");
    catalog.close();
    catalog = start(builder -> builder.publicClient("spa").oidcClientLibrary(library));

    everyPageAndWhatItLoadsIsThere("/real-oidc-client");
    everyPageAndWhatItLoadsIsThere("/real-oidc-client/silent");
    assertThat(get("/real-oidc-client/oidc-client.min.js").body()).isEqualTo("library");
  }

  @Test
  void aFileCanBeServed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a.js"), "1");
    catalog.close();
    catalog = start(builder -> builder.publicClient("spa").staticFile("/extra/a.js", file));
    HttpResponse<String> answer = get("/extra/a.js");

    assertThat(answer.body()).isEqualTo("1");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/javascript; charset=utf-8");
  }

  @Test
  void aTextInTheErrorPageIsNotMarkup() {
    HttpResponse<String> page = get("/callback?error=%3Cscript%3E&state=%3Cscript%3E");

    assertThat(page.body()).doesNotContain("<script>");
  }
}
