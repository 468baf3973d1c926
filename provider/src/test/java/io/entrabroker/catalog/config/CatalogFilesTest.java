package io.entrabroker.catalog.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrabroker.catalog.config.CatalogClient.ClientSecret;
import io.entrabroker.catalog.config.CatalogClient.Confidential;
import io.entrabroker.catalog.config.RealmFacts.RegisteredClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files beside the realm file are the configuration of the catalog that the realm file is made
 * for. {@code -Dupdate.docs=true} writes them.
 */
class CatalogFilesTest {

  private static final Path REALM = Path.of("..", "realm-export", "openmetadata-realm.json");
  private static final Path FILES = Path.of("..", "realm-export", "catalog");

  // The newest release that the realm file's default version stands for.
  private static final String RELEASE = "1.13.1";
  private static final String KEYCLOAK = "http://localhost:8080";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[A-Z_]+:([^}]*)}");

  @ParameterizedTest
  @ValueSource(strings = {"confidential", "public"})
  void theFilesAreThoseOfTheRealmFile(String flow) throws IOException {
    RealmFacts facts = facts();
    CatalogSettings settings =
        new CatalogRequest(flow, RELEASE, "", "example.com", "")
            .read(facts)
            .asOptional()
            .orElseThrow();

    for (CatalogExport format : CatalogExport.values()) {
      Path file = FILES.resolve(flow).resolve(format.fileName());
      if (Boolean.getBoolean("update.docs")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, format.write(settings));
      }
      assertThat(Files.readString(file))
          .as("Run: mvn -pl provider test -Dtest=CatalogFilesTest -Dupdate.docs=true")
          .isEqualTo(format.write(settings));
    }
    assertThat(facts.release().orElseThrow().version()).isEqualTo(settings.release().version());
  }

  @ParameterizedTest
  @ValueSource(strings = {"confidential", "public"})
  void nothingElseLiesThere(String flow) throws IOException {
    try (Stream<Path> files = Files.list(FILES.resolve(flow))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(CatalogExport.values()).map(CatalogExport::fileName).toList());
    }
  }

  private static RealmFacts facts() throws IOException {
    JsonNode realm =
        new ObjectMapper().readTree(PLACEHOLDER.matcher(Files.readString(REALM)).replaceAll("$1"));
    JsonNode provider = realm.get("identityProviders").get(0).get("config");
    return new RealmFacts(
        new RealmAddress(
            URI.create(KEYCLOAK + "/realms/" + realm.get("realm").asText()),
            realm.get("ssoSessionMaxLifespan").asInt()),
        StreamSupport.stream(realm.get("clients").spliterator(), false)
            .filter(client -> client.get("clientId").asText().startsWith("openmetadata-"))
            .map(CatalogFilesTest::client)
            .toList(),
        CatalogRelease.parse(provider.get("catalogVersion").asText()).asOptional(),
        List.of());
  }

  private static RegisteredClient client(JsonNode client) {
    String id = client.get("clientId").asText();
    return new RegisteredClient(
        client.get("publicClient").asBoolean()
            ? new CatalogClient.Public(id)
            : new Confidential(id, new ClientSecret.Withheld()),
        client.get("enabled").asBoolean(),
        client.get("rootUrl").asText());
  }
}
