package io.entrabroker.it.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.CredentialChange;
import io.entrabroker.simulator.keys.ClientCertificate;
import io.entrabroker.simulator.web.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of credentials share. The secret of the run is not known to Entra during them. */
abstract class CredentialTest extends PeopleTest {

  static final String APP = Upstreams.WEB_APP;

  private static final AtomicInteger PEOPLE = new AtomicInteger();

  /** Whom this test signs in. */
  final Someone someone = new Someone("Keyholder" + PEOPLE.incrementAndGet());

  private final List<String> keyProviders = new ArrayList<>();

  @BeforeEach
  final void withoutTheSecret() {
    entra(CredentialChange.removeSecret(APP, stack.webSecret()), someone.arrives());
  }

  @AfterEach
  final void removeKeys() {
    keyProviders.forEach(id -> stack.admin().delete("/openmetadata/components/" + id));
  }

  /** A file in the folder that the server allows. */
  final Path file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  final Path file(String name, byte[] content) {
    try {
      Path file = stack.credentialFolder().resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String pem(ClientCertificate certificate) {
    return certificate.privateKeyPem() + certificate.certificatePem();
  }

  /** Imports a key into the realm, which signs no token of the realm unless nothing else can. */
  final void realmKey(String name, ClientCertificate key, int priority) {
    JsonNode realmId = stack.admin().get("/openmetadata").get("id");
    keyProviders.add(
        stack
            .admin()
            .post(
                "/openmetadata/components",
                Map.of(
                    "name",
                    name,
                    "parentId",
                    realmId.asText(),
                    "providerId",
                    "rsa",
                    "providerType",
                    "org.keycloak.keys.KeyProvider",
                    "config",
                    Map.of(
                        "priority", List.of(Integer.toString(priority)),
                        "enabled", List.of("true"),
                        "active", List.of("true"),
                        "algorithm", List.of("RS256"),
                        "privateKey", List.of(key.privateKeyPem()),
                        "certificate", List.of(key.certificatePem()))))
            .createdId());
  }

  /** The id of the key that was imported last. */
  final String lastKeyId() {
    String provider = keyProviders.get(keyProviders.size() - 1);
    for (JsonNode key : stack.admin().get("/openmetadata/keys").get("keys")) {
      if (key.path("providerId").asText().equals(provider)) {
        return key.get("kid").asText();
      }
    }
    throw new AssertionError("The realm does not have the key");
  }

  /** Signs somebody in, which has to succeed. */
  final void aSignInSucceeds() {
    stack.simulator().clearRequests();
    assertThat(tokenOf(someone)).isNotEmpty();
  }

  /** The requests to the token endpoint since the last sign-in began. */
  final List<RecordedRequest> tokenRequests() {
    return stack.simulator().requests().stream().filter(RecordedRequest::toTokenEndpoint).toList();
  }

  /** The assertion in the only request to the token endpoint. */
  final String onlyAssertion() {
    assertThat(tokenRequests()).hasSize(1);
    return assertion(tokenRequests().get(0));
  }

  static String assertion(RecordedRequest request) {
    assertThat(request.form()).doesNotContainKey("client_secret");
    assertThat(request.header("origin")).isEmpty();
    return request.parameter("client_assertion").orElseThrow();
  }

  final JsonNode onlyHeader() {
    return Json.header(onlyAssertion());
  }
}
