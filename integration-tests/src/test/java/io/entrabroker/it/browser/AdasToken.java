package io.entrabroker.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import java.util.Map;

/** What has to stand in the token that the catalog gets for Ada Lovelace. */
final class AdasToken {

  static final String USERNAME = "ada.lovelace";
  static final String EMAIL = "ada.lovelace@contoso.example";
  static final String DISPLAY_NAME = "Ada Lovelace";
  private static final String OBJECT_ID = "ada00000-0000-4000-8000-000000000001";

  private AdasToken() {}

  static void assertIs(String idToken, CatalogClient client, Stack stack) {
    assertThat(Json.header(idToken).path("alg").asText()).isEqualTo("RS256");
    JsonNode claims = Json.claims(idToken);
    assertPerson(claims);
    JsonNode user = new Realm(stack).user(USERNAME).orElseThrow();
    assertThat(claims.path("sub").asText()).isEqualTo(user.get("id").asText());
    assertThat(claims.path("iss").asText()).isEqualTo(stack.keycloak().realmUri().toString());
    assertThat(claims.path("aud").asText()).isEqualTo(client.clientId());
  }

  private static void assertPerson(JsonNode claims) {
    assertThat(claims.path("email").asText()).isEqualTo(EMAIL);
    assertThat(claims.path("email_verified").isBoolean()).isTrue();
    assertThat(claims.path("email_verified").asBoolean()).isTrue();
    assertThat(claims.path("preferred_username").asText()).isEqualTo(USERNAME);
    assertThat(claims.path("name").asText()).isEqualTo(DISPLAY_NAME);
    assertThat(claims.path("given_name").asText()).isEqualTo("Ada");
    assertThat(claims.path("family_name").asText()).isEqualTo("Lovelace");
    assertThat(claims.path("roles").isArray()).isTrue();
    assertThat(claims.path("groups").isArray()).isTrue();
    assertThat(claims.path("oid").asText()).isEqualTo(OBJECT_ID);
    assertThat(claims.path("tid").asText()).isEqualTo(Upstreams.TENANT);
    assertThat(claims.properties().stream().map(Map.Entry::getKey))
        .doesNotContain("isBot", "tokenType", "sessionId", "impersonatedUser");
  }
}
