package io.entrabroker.samplecatalog.web;

import static io.entrabroker.samplecatalog.web.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.samplecatalog.SampleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VersionsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/entrabroker/samplecatalog");

  private final TestIssuer issuer = new TestIssuer();
  private final Browser browser = new Browser();
  private final SampleCatalog catalog =
      SampleCatalog.builder()
          .realm(issuer.realm())
          .publicClient("openmetadata-spa")
          .teams("Engineers")
          .start();

  @AfterEach
  void stop() {
    catalog.close();
    issuer.close();
  }

  private JsonNode versions() {
    String token = TestIssuer.signed(TestIssuer.KEY, issuer.claims().build());
    return json(browser.get(catalog.url() + "/sample/versions", token));
  }

  @Test
  void allVersionsStandSideBySideForBothKindsOfClient() {
    issuer.claims.put("groups", List.of("Engineers", "Strangers"));

    JsonNode versions = versions();

    for (String client : List.of("public", "confidential")) {
      assertThat(versions.get(client).findValuesAsText("version"))
          .containsExactly("1.8", "1.9", "2.0", "email-first");
      assertThat(versions.get(client).findValuesAsText("username"))
          .containsOnly("ada.lovelace")
          .hasSize(4);
    }
    assertThat(versions.get("confidential").get(0).get("teams")).isEmpty();
    assertThat(versions.get("confidential").get(1).get("teams").get(0).asText())
        .isEqualTo("Engineers");
    assertThat(versions.get("confidential").get(1).get("limits")).isNotEmpty();
  }

  @Test
  void aVersionThatRefusesSaysSo() {
    issuer.claims.put("email_verified", false);

    JsonNode emailFirst = versions().get("public").get(3);

    assertThat(emailFirst.get("status").asInt()).isEqualTo(401);
    assertThat(emailFirst.get("message").asText()).contains("is not verified");
    assertThat(emailFirst.has("username")).isFalse();
  }

  @Test
  void aPersonWhomThisCatalogRefusesMaySeeWhy() {
    issuer.claims.remove("preferred_username");

    assertThat(versions().get("public").get(1).get("message").asText())
        .isEqualTo("Invalid JWT token, 'username' claim is not present");
  }

  @Test
  void onlyAGenuineTokenIsAnsweredTo() {
    String forged = TestIssuer.signed(TestIssuer.rsaKey("realm-rs"), issuer.claims().build());

    assertThat(browser.get(catalog.url() + "/sample/versions").statusCode()).isEqualTo(401);
    assertThat(browser.get(catalog.url() + "/sample/versions", forged).statusCode()).isEqualTo(401);
  }

  /** Two descriptions agree for a reason only if neither uses the other. */
  @Test
  void thePredictorHasNoPartInTheSamplesRules() throws IOException {
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      List<Path> users =
          sources
              .filter(file -> file.toString().endsWith(".java"))
              .filter(VersionsTest::usesTheProvider)
              .toList();
      assertThat(users).containsExactly(SOURCES.resolve("web/VersionsApi.java"));
    }
  }

  private static boolean usesTheProvider(Path file) {
    try {
      return Files.readString(file).contains("io.entrabroker.catalog");
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
