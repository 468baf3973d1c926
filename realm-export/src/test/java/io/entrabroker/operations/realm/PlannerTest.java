package io.entrabroker.operations.realm;

import static io.entrabroker.operations.realm.Realms.SITE;
import static io.entrabroker.operations.realm.Realms.object;
import static io.entrabroker.operations.realm.Realms.parsed;
import static io.entrabroker.operations.realm.Realms.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final String WEB = "/clients/4";

  @Test
  void aRealmAsImportedNeedsNothing() {
    assertThat(plan(Map.of(), Map.of(), realm -> {}))
        .isEqualTo(new Plan(List.of(), List.of(), List.of()));
  }

  @Test
  void aRealmAsImportedAtASiteNeedsNothingWithItsVariablesAndNothingWithout() {
    assertThat(sentences(plan(SITE, SITE, realm -> {}))).isEmpty();
    assertThat(plan(Map.of(), SITE, realm -> {}))
        .isEqualTo(new Plan(List.of(), List.of(), List.of()));
  }

  @Test
  void aStepThatIsOffAlreadyNeedsNothing() {
    Plan plan =
        plan(
            SITE,
            SITE,
            realm ->
                ((ArrayNode) realm.at("/authenticationFlows/0/executions"))
                    .add(
                        parsed(
                            "{'id':'e2','providerId':'idp-auto-link','requirement':'DISABLED',"
                                + "'level':0}")));

    assertThat(plan.changes()).isEmpty();
  }

  @Test
  void withoutVariablesWhatIsConfiguredStays() {
    Plan plan =
        plan(
            Map.of(),
            SITE,
            realm -> {
              object(realm, WEB).put("directAccessGrantsEnabled", true);
              object(realm, "/identityProviders/0").put("trustEmail", true);
            });

    JsonNode client = body(plan, 0);
    assertThat(client.path("secret").asText()).isEqualTo("s3cret-of-the-catalog");
    assertThat(client.path("enabled").asText()).isEqualTo("true");
    assertThat(client.at("/redirectUris/0").asText())
        .isEqualTo("https://catalog.contoso.example/callback");
    JsonNode provider = body(plan, 1);
    assertThat(provider.at("/config/authority").asText()).isEqualTo(SITE.get("ENTRA_AUTHORITY"));
    assertThat(provider.at("/config/clientSecret").asText()).isEqualTo(Comparison.MASK);
    assertThat(provider.path("enabled").asText()).isEqualTo("true");
    assertThat(plan.unseen()).isEmpty();
  }

  @Test
  void anEmptyVariableIsNotSet() {
    Map<String, String> empty = new HashMap<>();
    SITE.keySet().forEach(name -> empty.put(name, ""));

    assertThat(plan(empty, SITE, realm -> {})).isEqualTo(new Plan(List.of(), List.of(), List.of()));
  }

  @Test
  void whatIsCreatedHasTheFilesDefaultsAndASecretOfItsOwn() {
    Plan plan = plan(Map.of(), SITE, realm -> ((ArrayNode) realm.at("/clients")).remove(4));

    assertThat(sentences(plan))
        .containsExactly(
            "Client openmetadata-web is missing, is added, with a secret that Keycloak makes.");
    assertThat(body(plan, 0).has("secret")).isFalse();
    assertThat(body(plan, 0).path("enabled").asText()).isEqualTo("false");
    assertThat(body(plan, 0).path("rootUrl").asText()).isEqualTo("http://localhost:8585");
  }

  @Test
  void aSecretThatKeycloakDoesNotShowIsWrittenAgainAndCountsForNothing() {
    Plan plan = plan(SITE, SITE, realm -> {});

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.unseen().stream().map(Change::sentence))
        .containsExactly(
            "Identity provider entra: clientSecret is written again, since Keycloak does not show"
                + " it.");
    assertThat(plan.unseen().get(0).steps().get(0).body().at("/config/clientSecret").asText())
        .isEqualTo("s3cret-at-entra");
  }

  @Test
  void anAddressThatOnlyAVariableCanTellIsAskedFor() {
    Plan plan =
        plan(
            Map.of(),
            SITE,
            realm -> {
              ((ArrayNode) realm.at("/clients/3/redirectUris")).remove(1);
              object(realm, "/settings/browserSecurityHeaders")
                  .put("contentSecurityPolicy", "frame-ancestors *");
            });

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.leftAlone())
        .containsExactly(
            "The realm: contentSecurityPolicy is not as the file has it, and stays: set"
                + " OPENMETADATA_URL to have it changed.",
            "Client openmetadata-spa: redirectUris lacks one that only OPENMETADATA_URL can tell:"
                + " set it.");
  }

  @Test
  void aValueIsTakenLetterByLetter() {
    String hostile = "x\",\"enabled\":true,\"y\":\"\\ ${ENTRA_AUTHORITY} $1";

    Plan plan = plan(Map.of("ENTRA_CLIENT_ID", hostile), SITE, realm -> {});

    assertThat(body(plan, 0).at("/config/clientId").asText()).isEqualTo(hostile);
  }

  @Test
  void aProviderOfAnotherKindIsRefused() {
    assertThatThrownBy(
            () ->
                plan(
                    SITE,
                    SITE,
                    realm -> object(realm, "/identityProviders/0").put("providerId", "oidc")))
        .isInstanceOf(KeycloakProblem.class)
        .hasMessageContaining("is of the kind oidc")
        .hasMessageContaining("docs/migration.md");
  }

  @Test
  void whatAnEarlierReleaseLackedIsCreatedBeforeItIsReferredTo() {
    Plan plan =
        plan(
            SITE,
            SITE,
            realm -> {
              ((ArrayNode) realm.at("/clientScopes")).remove(4);
              ((ArrayNode) realm.at(WEB + "/defaultClientScopes")).remove(3);
              ((ArrayNode) realm.at("/authenticationFlows")).remove(0);
              ((ArrayNode) realm.at("/identityProviders")).remove(0);
              ((ArrayNode) realm.at("/identityProviderMappers")).removeAll();
            });

    assertThat(sentences(plan))
        .containsExactly(
            "Client scope openmetadata is missing, is added.",
            "Client openmetadata-web: client scope openmetadata is missing, becomes default.",
            "Flow entra first sign-in is missing, is added.",
            "Identity provider entra is missing, is added.",
            "Identity provider entra: mapper groups is missing, is added.",
            "Identity provider entra: mapper profile is missing, is added.",
            "Identity provider entra: mapper roles is missing, is added.");
  }

  /** Keycloak answers 400 to a member that it does not know. */
  @Test
  void aStepIsSentWithTheMembersThatKeycloakTakesAndNoOther() {
    Plan plan =
        plan(
            SITE,
            SITE,
            realm -> ((ArrayNode) realm.at("/authenticationFlows/0/executions")).remove(0));

    assertThat(body(plan, 0).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("authenticator", "requirement", "priority", "parentFlow");
  }

  @Test
  void aRealmOfAnotherNameHasItsOwnAddressesAndDefaultRole() {
    DesiredRealm other = DesiredRealm.of(Realms.file(), "Contoso", Map.of());

    assertThat(other.part("clients").at("/0/baseUrl").asText())
        .isEqualTo("/realms/Contoso/account/");
    assertThat(other.part("clients").at("/5/redirectUris/0").asText())
        .isEqualTo("/admin/Contoso/console/*");
    assertThat(other.part("roles").at("/realm/0/name").asText()).isEqualTo("default-roles-contoso");
    assertThat(other.settings().has("realm")).isFalse();
  }

  private static List<String> sentences(Plan plan) {
    return plan.changes().stream().map(Change::sentence).toList();
  }

  private static JsonNode body(Plan plan, int change) {
    return plan.changes().get(change).steps().get(0).body();
  }
}
