package io.entrabroker.it.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.it.leaks.Recording;
import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.simulator.directory.DirectoryChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A realm that had another provider for Entra before, and what tests do with it. */
abstract class MigrationTest extends PeopleTest {

  /** The alias of the provider that comes before, where the new one has another. */
  static final String BEFORE = "elsewhere";

  static final Map<String, String> USERNAME =
      Map.of("template", "${CLAIM.preferred_username | localpart}", "syncMode", "INHERIT");

  private static final String INSTANCES = "/openmetadata/identity-provider/instances";

  @BeforeEach
  @AfterEach
  final void forgetTheProviderBefore() {
    upstreams.delete(BEFORE);
  }

  /**
   * Keycloak's microsoft provider; nobody signs in with it here, since it asks Microsoft itself.
   */
  final void microsoftAt(String alias) {
    provider(alias, "microsoft", Map.of("clientId", Upstreams.WEB_APP, "clientSecret", "x"));
  }

  /** Keycloak's OpenID Connect provider for Entra, which makes usernames that the catalog takes. */
  final void openIdConnectAt(String alias) {
    openIdConnectAt(alias, Upstreams.WEB_APP, stack.authority());
    mapper(alias, "oidc-username-idp-mapper", USERNAME);
  }

  /** The same with another client id or another authority. */
  final void openIdConnectAt(String alias, String clientId, String authority) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("clientId", clientId);
    config.put("clientSecret", stack.webSecret());
    config.put("clientAuthMethod", "client_secret_post");
    config.put("authorizationUrl", authority + "/oauth2/v2.0/authorize");
    config.put("tokenUrl", authority + "/oauth2/v2.0/token");
    config.put("jwksUrl", authority + "/discovery/v2.0/keys");
    config.put("issuer", authority + "/v2.0");
    config.put("useJwksUrl", "true");
    config.put("validateSignature", "true");
    config.put("disableUserInfo", "true");
    config.put("defaultScope", "openid profile email");
    config.put("syncMode", "IMPORT");
    provider(alias, "oidc", config);
  }

  /** Any provider of Keycloak's own. */
  final void provider(String alias, String type, Map<String, String> config) {
    stack.admin().post(INSTANCES, provider(alias, type, "first broker login", config));
  }

  final void mapper(String alias, String mapper, Map<String, String> config) {
    stack
        .admin()
        .post(
            INSTANCES + "/" + alias + "/mappers",
            Map.of(
                "name",
                mapper,
                "identityProviderAlias",
                alias,
                "identityProviderMapper",
                mapper,
                "config",
                config));
  }

  /** What docs/migration.md says to post: the same alias has another type afterwards. */
  final void importOver(String alias) {
    JsonNode result = tryImportOver(alias, upstreams.web()).body();

    assertThat(result.get("overwritten").asInt()).as(result.toPrettyString()).isEqualTo(1);
    assertThat(result.get("added").asInt()).as(result.toPrettyString()).isEqualTo(3);
    assertThat(typeOf(alias)).isEqualTo("entra");
  }

  /** The same with these settings, whatever comes of it. */
  final AdminAnswer tryImportOver(String alias, Map<String, String> config) {
    Map<String, Object> over =
        Map.of(
            "ifResourceExists",
            "OVERWRITE",
            "identityProviders",
            List.of(provider(alias, "entra", "entra first sign-in", config)),
            "identityProviderMappers",
            Stream.of("profile", "groups", "roles").map(what -> ourMapper(alias, what)).toList());
    return stack.admin().send("POST", "/openmetadata/partialImport", over);
  }

  /** The type of a provider: {@code microsoft}, {@code oidc}, {@code entra}. */
  final String typeOf(String alias) {
    return stack.admin().get(INSTANCES + "/" + alias).get("providerId").asText();
  }

  /** A user as another provider made them, with a proven address. */
  final String userOf(String username, String email) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("username", username);
    user.put("email", email);
    user.put("emailVerified", true);
    user.put("enabled", true);
    user.put("requiredActions", List.of());
    return realm.createUser(user);
  }

  final void link(String userId, String alias, String federatedId) {
    stack
        .admin()
        .post(
            "/openmetadata/users/" + userId + "/federated-identity/" + alias,
            Map.of("identityProvider", alias, "userId", federatedId, "userName", "x"));
  }

  /** The provider before is known to Entra as well: people can sign in with it. */
  static DirectoryChange redirectUriOf(String alias) {
    return root ->
        root.withArray("applications")
            .forEach(
                application ->
                    ((ArrayNode) application.at("/web/redirectUris"))
                        .add(
                            "http://localhost:8080/realms/openmetadata/broker/"
                                + alias
                                + "/endpoint"));
  }

  /** Signs in by {@link #openIdConnectAt} and gives the ID token that the catalog gets. */
  final String tokenByOpenIdConnect(String alias, Someone someone) {
    try (Recording.Visit visit = Recording.ofThisRun().byKeycloaksOwnProvider();
        Person person = Person.with(stack)) {
      return tokenAt(person.signsIn(alias, someone.name()));
    }
  }

  /** The {@code sub} that the Web registration's tokens have for somebody. */
  final String subjectOf(Someone someone) {
    openIdConnectAt(TRIAL);
    tokenByOpenIdConnect(TRIAL, someone);
    JsonNode user = user(someone);
    String subject = realm.links(user.get("id").asText()).get(0).get("userId").asText();
    stack.admin().delete("/openmetadata/users/" + user.get("id").asText());
    upstreams.delete(TRIAL);
    return subject;
  }

  /** Asserts who the person is now: the same user, linked once, by tenant and object id. */
  final void assertIs(String userId, Someone someone, String token) {
    JsonNode claims = Json.claims(token);
    JsonNode links = realm.links(userId);

    assertThat(claims.get("sub").asText()).isEqualTo(userId);
    assertThat(claims.get("preferred_username").asText()).isEqualTo(someone.name());
    assertThat(claims.get("email").asText()).isEqualTo(someone.address());
    assertThat(links).as(links.toPrettyString()).hasSize(1);
    assertThat(links.get(0).get("identityProvider").asText()).isEqualTo(TRIAL);
    assertThat(links.get(0).get("userId").asText()).isEqualTo(someone.key());
  }

  private static Map<String, Object> ourMapper(String alias, String what) {
    return Map.of(
        "name",
        what,
        "identityProviderAlias",
        alias,
        "identityProviderMapper",
        "entra-" + what + "-mapper",
        "config",
        Map.of("syncMode", "INHERIT"));
  }

  private static Map<String, Object> provider(
      String alias, String type, String flow, Map<String, String> config) {
    Map<String, Object> provider = new LinkedHashMap<>();
    provider.put("alias", alias);
    provider.put("displayName", "Microsoft");
    provider.put("providerId", type);
    provider.put("enabled", true);
    provider.put("trustEmail", true);
    provider.put("firstBrokerLoginFlowAlias", flow);
    provider.put("config", config);
    return provider;
  }
}
