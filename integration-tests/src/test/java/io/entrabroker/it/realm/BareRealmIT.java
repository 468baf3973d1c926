package io.entrabroker.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site has that imports the file and sets no variable. */
class BareRealmIT {
  private static final String LITERAL = "${OPENMETADATA_CLIENT_SECRET}";

  @RegisterExtension static final ImportedRealm REALM = ImportedRealm.inAnEmptyEnvironment();

  @Test
  void theProviderIsDisabled() {
    JsonNode provider = REALM.admin().get("/openmetadata/identity-provider/instances/entra");

    assertThat(provider.path("enabled").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openmetadata-web", "openmetadata-spa"})
  void bothCatalogClientsAreDisabled(String clientId) {
    assertThat(client(clientId).path("enabled").asBoolean(true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", LITERAL})
  void noTokenIsToBeHadWithAnEmptyOrALiteralSecret(String secret) {
    RealmEndpoints.Answer answer = REALM.endpoints().clientCredentials("openmetadata-web", secret);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().has("access_token")).isFalse();
  }

  /** Shows that the 401 comes from the disabled client: Keycloak itself would take the literal. */
  @Test
  void onceEnabledWithoutASecretTheLiteralPlaceholderWouldBeTheSecret() {
    setEnabled("openmetadata-web", true);
    try {
      assertThat(REALM.endpoints().clientCredentials("openmetadata-web", LITERAL).status())
          .isEqualTo(200);
    } finally {
      setEnabled("openmetadata-web", false);
    }
    assertThat(REALM.endpoints().clientCredentials("openmetadata-web", LITERAL).status())
        .isEqualTo(401);
  }

  @Test
  void nobodyRegistersAClientOfTheirOwn() {
    RealmEndpoints.Answer answer =
        REALM
            .endpoints()
            .registerClient(Map.of("redirect_uris", List.of("http://localhost:8585/callback")));

    assertThat(answer.status()).isEqualTo(403);
  }

  private static JsonNode client(String clientId) {
    return REALM.admin().get("/openmetadata/clients?clientId=" + clientId).path(0);
  }

  private static void setEnabled(String clientId, boolean enabled) {
    ObjectNode client = (ObjectNode) client(clientId);
    client.put("enabled", enabled);
    REALM.admin().put("/openmetadata/clients/" + client.path("id").asText(), client);
  }
}
