package io.entrabroker.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that a later edit of the file must not break; a server proves that they have effect. */
class LockedRealmTest {
  @Test
  void nobodyButAnAdministratorEditsAnAttributeOfAUser() {
    JsonNode profile = RealmFile.parse(RealmFile.userProfileText());

    assertThat(profile.path("attributes"))
        .isNotEmpty()
        .allSatisfy(
            attribute -> {
              assertThat(attribute.path("permissions").path("edit").toString())
                  .isEqualTo("[\"admin\"]");
              assertThat(attribute.has("required")).isFalse();
            });
    assertThat(profile.has("unmanagedAttributePolicy")).isFalse();
  }

  @Test
  void noRequiredActionIsPutUponANewUser() {
    assertThat(RealmFile.json().path("requiredActions"))
        .isNotEmpty()
        .allSatisfy(action -> assertThat(action.path("defaultAction").asBoolean()).isFalse());
  }

  @Test
  void theOnlyRequiredActionThatAUserMayRunAddsASecondFactor() {
    assertThat(
            stream(RealmFile.json().path("requiredActions"))
                .filter(action -> action.path("enabled").asBoolean())
                .map(action -> action.path("alias").asText()))
        .containsExactly("CONFIGURE_TOTP");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openmetadata-spa", "openmetadata-web"})
  void theCatalogsClientsSignWithRs256AndCarryItsScope(String clientId) {
    JsonNode client = client(clientId);

    assertThat(client.path("attributes").path("id.token.signed.response.alg").asText())
        .isEqualTo("RS256");
    assertThat(client.path("attributes").path("access.token.signed.response.alg").asText())
        .isEqualTo("RS256");
    assertThat(scopesOf(client)).contains("openmetadata");
  }

  @Test
  void noOtherClientHasEither() {
    assertThat(RealmFile.json().path("defaultSignatureAlgorithm").asText()).isEqualTo("ES256");
    assertThat(
            stream(RealmFile.json().path("clients"))
                .filter(client -> !client.path("clientId").asText().startsWith("openmetadata-")))
        .hasSize(4)
        .allSatisfy(
            client -> {
              assertThat(client.toString()).doesNotContain("RS256");
              assertThat(scopesOf(client)).doesNotContain("openmetadata");
            });
    assertThat(RealmFile.json().path("defaultDefaultClientScopes").toString())
        .doesNotContain("openmetadata");
    assertThat(RealmFile.json().path("defaultOptionalClientScopes").toString())
        .doesNotContain("openmetadata");
  }

  @Test
  void theFirstSignInHasOneStepWhichCreatesOrRefuses() {
    JsonNode flow = RealmFile.json().at("/authenticationFlows/0");

    assertThat(flow.path("alias").asText())
        .isEqualTo(RealmFile.json().at("/identityProviders/0/firstBrokerLoginFlowAlias").asText());
    assertThat(flow.path("authenticationExecutions")).hasSize(1);
    assertThat(flow.at("/authenticationExecutions/0/authenticator").asText())
        .isEqualTo("entra-create-user");
    assertThat(flow.at("/authenticationExecutions/0/requirement").asText()).isEqualTo("REQUIRED");
  }

  private static JsonNode client(String clientId) {
    return stream(RealmFile.json().path("clients"))
        .filter(client -> client.path("clientId").asText().equals(clientId))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<String> scopesOf(JsonNode client) {
    return stream(client.path("defaultClientScopes")).map(JsonNode::asText);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
