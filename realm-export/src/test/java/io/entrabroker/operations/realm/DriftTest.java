package io.entrabroker.operations.realm;

import static io.entrabroker.operations.realm.Realms.SITE;
import static io.entrabroker.operations.realm.Realms.object;
import static io.entrabroker.operations.realm.Realms.parsed;
import static io.entrabroker.operations.realm.Realms.plan;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a realm that is not as in the file is brought back, one difference at a time. */
class DriftTest {
  private static final String WEB = "/clients/4";

  /**
   * One thing that is not as in the file.
   *
   * @param what is drifted
   * @param drift drifts it
   * @param sentence of the one change that mends it
   * @param steps its calls
   */
  private record Drift(
      String what, Consumer<ObjectNode> drift, String sentence, List<String> steps) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Drift> drifts() {
    return Stream.of(
        new Drift(
            "a setting of the realm",
            realm -> object(realm, "/settings").put("registrationAllowed", true),
            "The realm: registrationAllowed is true, becomes false.",
            List.of("PUT []")),
        new Drift(
            "a setting that is not there",
            realm -> object(realm, "/settings").remove("passwordPolicy"),
            "The realm: passwordPolicy is not set, becomes \"length(12) and"
                + " notUsername(undefined) and notEmail(undefined)\".",
            List.of("PUT []")),
        new Drift(
            "an attribute of the realm",
            realm -> object(realm, "/settings/attributes").put("adminEventsExpiration", "1"),
            "The realm: adminEventsExpiration is \"1\", becomes \"2592000\".",
            List.of("PUT []")),
        new Drift(
            "a security header",
            realm -> object(realm, "/settings/browserSecurityHeaders").put("xRobotsTag", "all"),
            "The realm: xRobotsTag is \"all\", becomes \"none\".",
            List.of("PUT []")),
        new Drift(
            "Keycloak's log listener",
            realm -> object(realm, "/settings").withArray("eventsListeners").add("jboss-logging"),
            "The realm: eventsListeners is [jboss-logging], becomes [].",
            List.of("PUT []")),
        new Drift(
            "events that are not kept",
            realm -> object(realm, "/settings").withArray("enabledEventTypes").add("LOGIN"),
            "The realm: enabledEventTypes is [LOGIN], becomes [].",
            List.of("PUT []")),
        new Drift(
            "a required action",
            realm -> object(realm, "/requiredActions/4").put("enabled", true),
            "Required action UPDATE_PASSWORD: enabled is true, becomes false.",
            List.of("PUT [authentication, required-actions, UPDATE_PASSWORD]")),
        new Drift(
            "a required action that is not registered",
            realm -> ((ArrayNode) realm.at("/requiredActions")).remove(3),
            "Required action CONFIGURE_TOTP is not registered: it is.",
            List.of(
                "POST [authentication, register-required-action]",
                "PUT [authentication, required-actions, CONFIGURE_TOTP]")),
        new Drift(
            "an attribute of users that they may edit",
            realm -> {
              ArrayNode edit =
                  (ArrayNode) realm.at("/userProfile/attributes/4/permissions").path("edit");
              edit.add("user");
            },
            "User profile: attribute catalog_email is",
            List.of("PUT [users, profile]")),
        new Drift(
            "an attribute of users that is missing",
            realm -> ((ArrayNode) realm.at("/userProfile/attributes")).remove(7),
            "User profile: attribute entra_roles is added.",
            List.of("PUT [users, profile]")),
        new Drift(
            "a key",
            realm -> ((ArrayNode) realm.at("/keys/keys")).remove(2),
            "Keys: there is none for RS256, one is made.",
            List.of("POST [components]")),
        new Drift(
            "a client scope",
            realm -> ((ArrayNode) realm.at("/clientScopes")).remove(4),
            "Client scope openmetadata is missing, is added.",
            List.of("POST [client-scopes]")),
        new Drift(
            "a member of a client scope",
            realm ->
                object(realm, "/clientScopes/4/attributes").put("include.in.token.scope", "true"),
            "Client scope openmetadata: include.in.token.scope is \"true\", becomes \"false\".",
            List.of("PUT [client-scopes, openmetadata]")),
        new Drift(
            "a mapper of a client scope",
            realm ->
                object(realm, "/clientScopes/4/protocolMappers/0/config").put("base.role", "Admin"),
            "Client scope openmetadata, mapper OpenMetadata user: base.role is \"Admin\", becomes"
                + " \"DataConsumer\".",
            List.of(
                "PUT [client-scopes, openmetadata, protocol-mappers, models,"
                    + " clientScopes-4-protocolMappers-0]")),
        new Drift(
            "a mapper of a client scope that is missing",
            realm -> ((ArrayNode) realm.at("/clientScopes/4/protocolMappers")).remove(0),
            "Client scope openmetadata: mapper OpenMetadata user is missing, is added.",
            List.of("POST [client-scopes, openmetadata, protocol-mappers, models]")),
        new Drift(
            "a scope that new clients lack",
            realm -> ((ArrayNode) realm.at("/defaultDefaultClientScopes")).remove(1),
            "New clients: client scope basic is missing, becomes default.",
            List.of("PUT [default-default-client-scopes, basic]")),
        new Drift(
            "a scope that new clients always have",
            realm -> {
              ((ArrayNode) realm.at("/defaultOptionalClientScopes")).remove(0);
              ((ArrayNode) realm.at("/defaultDefaultClientScopes")).add("offline_access");
            },
            "New clients: client scope offline_access is default, becomes optional.",
            List.of(
                "DELETE [default-default-client-scopes, offline_access]",
                "PUT [default-optional-client-scopes, offline_access]")),
        new Drift(
            "a role of the realm",
            realm -> ((ArrayNode) realm.at("/roles/realm")).remove(1),
            "Role offline_access is missing, is added.",
            List.of("POST [roles]")),
        new Drift(
            "the words for a role",
            realm -> object(realm, "/roles/realm/1").put("description", "x"),
            "Role offline_access: description is \"x\", becomes \"${role_offline-access}\".",
            List.of("PUT [roles-by-id, roles-realm-1]")),
        new Drift(
            "a role of a client",
            realm -> ((ArrayNode) realm.at("/roles/client/account")).remove(0),
            "Role account/delete-account is missing, is added.",
            List.of("POST [clients, account, roles]")),
        new Drift(
            "what the default role holds",
            realm -> object(realm, "/roles/realm/0").remove("composites"),
            "Role default-roles-openmetadata lacks role account/view-profile, gets it.",
            List.of("POST [roles-by-id, default-roles-openmetadata, composites]")),
        new Drift(
            "a client",
            realm -> ((ArrayNode) realm.at("/clients")).remove(3),
            "Client openmetadata-spa is missing, is added.",
            List.of("POST [clients]")),
        new Drift(
            "a member of a client",
            realm -> object(realm, WEB).put("directAccessGrantsEnabled", true),
            "Client openmetadata-web: directAccessGrantsEnabled is true, becomes false.",
            List.of("PUT [clients, openmetadata-web]")),
        new Drift(
            "an attribute of a client",
            realm -> object(realm, WEB + "/attributes").remove("id.token.signed.response.alg"),
            "Client openmetadata-web: id.token.signed.response.alg is not set, becomes \"RS256\".",
            List.of("PUT [clients, openmetadata-web]")),
        new Drift(
            "a redirect URI",
            realm -> ((ArrayNode) realm.at("/clients/3/redirectUris")).remove(1),
            "Client openmetadata-spa: redirectUris gains"
                + " https://catalog.contoso.example/silent-callback.",
            List.of("PUT [clients, openmetadata-spa]")),
        new Drift(
            "a web origin",
            realm -> object(realm, "/clients/3").remove("webOrigins"),
            "Client openmetadata-spa: webOrigins gains +.",
            List.of("PUT [clients, openmetadata-spa]")),
        new Drift(
            "an address after sign-out",
            realm ->
                object(realm, WEB + "/attributes")
                    .put("post.logout.redirect.uris", "https://catalog.contoso.example/"),
            "Client openmetadata-web: post.logout.redirect.uris gains"
                + " https://catalog.contoso.example/signin.",
            List.of("PUT [clients, openmetadata-web]")),
        new Drift(
            "the secret of a client",
            realm -> object(realm, WEB).put("secret", "another-s3cret"),
            "Client openmetadata-web: secret changes.",
            List.of("PUT [clients, openmetadata-web]")),
        new Drift(
            "a mapper of a client",
            realm -> object(realm, WEB + "/protocolMappers/0").put("protocolMapper", "oidc-x"),
            "Client openmetadata-web, mapper its own audience: protocolMapper is \"oidc-x\","
                + " becomes \"oidc-audience-mapper\".",
            List.of(
                "PUT [clients, openmetadata-web, protocol-mappers, models,"
                    + " clients-4-protocolMappers-0]")),
        new Drift(
            "a scope of a client",
            realm -> ((ArrayNode) realm.at(WEB + "/defaultClientScopes")).remove(3),
            "Client openmetadata-web: client scope openmetadata is missing, becomes default.",
            List.of("PUT [clients, openmetadata-web, default-client-scopes, openmetadata]")),
        new Drift(
            "a scope's reach",
            realm -> ((ArrayNode) realm.at("/scopeMappings/0/roles")).removeAll(),
            "Client scope offline_access: role offline_access is not in its reach, is added.",
            List.of("POST [client-scopes, offline_access, scope-mappings, realm]")),
        new Drift(
            "a client's reach",
            realm -> ((ArrayNode) realm.at("/clientScopeMappings/account/0/roles")).remove(0),
            "Client account-console: role account/manage-account is not in its reach, is added.",
            List.of("POST [clients, account-console, scope-mappings, clients, account]")),
        new Drift(
            "the flow",
            realm -> ((ArrayNode) realm.at("/authenticationFlows")).remove(0),
            "Flow entra first sign-in is missing, is added.",
            List.of("POST [authentication, flows]", "POST [authentication, executions]")),
        new Drift(
            "the flow's step that is off",
            realm ->
                object(realm, "/authenticationFlows/0/executions/0").put("requirement", "DISABLED"),
            "Flow entra first sign-in: step entra-create-user is DISABLED, becomes REQUIRED.",
            List.of("PUT [authentication, flows, entra first sign-in, executions]")),
        new Drift(
            "the flow's step that is missing",
            realm -> ((ArrayNode) realm.at("/authenticationFlows/0/executions")).remove(0),
            "Flow entra first sign-in: step entra-create-user is missing, is added.",
            List.of("POST [authentication, executions]")),
        new Drift(
            "a step in the flow that links accounts",
            realm ->
                ((ArrayNode) realm.at("/authenticationFlows/0/executions"))
                    .add(
                        parsed(
                            "{'id':'e2','providerId':'idp-auto-link','requirement':'REQUIRED',"
                                + "'level':0}")),
            "Flow entra first sign-in: step idp-auto-link is REQUIRED, becomes DISABLED.",
            List.of("PUT [authentication, flows, entra first sign-in, executions]")),
        new Drift(
            "the identity provider's flow",
            realm ->
                object(realm, "/identityProviders/0")
                    .put("firstBrokerLoginFlowAlias", "first broker login"),
            "Identity provider entra: firstBrokerLoginFlowAlias is \"first broker login\", becomes"
                + " \"entra first sign-in\"; clientSecret is written again, since Keycloak does not"
                + " show it.",
            List.of("PUT [identity-provider, instances, entra]")),
        new Drift(
            "the identity provider's tenant",
            realm -> object(realm, "/identityProviders/0/config").put("authority", "common"),
            "Identity provider entra: authority is \"common\", becomes"
                + " \"0f9e8d7c-6b5a-4948-8372-61504f3e2d1c\"; clientSecret is written again, since"
                + " Keycloak does not show it.",
            List.of("PUT [identity-provider, instances, entra]")),
        new Drift(
            "the identity provider's secret that is not there",
            realm -> object(realm, "/identityProviders/0/config").remove("clientSecret"),
            "Identity provider entra: clientSecret changes.",
            List.of("PUT [identity-provider, instances, entra]")),
        new Drift(
            "a mapper of the identity provider",
            realm -> ((ArrayNode) realm.at("/identityProviderMappers")).remove(0),
            "Identity provider entra: mapper groups is missing, is added.",
            List.of("POST [identity-provider, instances, entra, mappers]")),
        new Drift(
            "the sync mode of a mapper",
            realm -> object(realm, "/identityProviderMappers/1/config").put("syncMode", "IMPORT"),
            "Identity provider entra, mapper profile: syncMode is \"IMPORT\", becomes"
                + " \"INHERIT\".",
            List.of(
                "PUT [identity-provider, instances, entra, mappers, identityProviderMappers-1]")));
  }

  @ParameterizedTest
  @MethodSource("drifts")
  void eachDriftHasItsChangeAndNoOther(Drift drift) {
    Plan plan = plan(SITE, SITE, drift.drift());

    assertThat(plan.changes()).hasSize(1);
    assertThat(plan.changes().get(0).sentence()).startsWith(drift.sentence());
    assertThat(plan.changes().get(0).steps().stream().map(DriftTest::words))
        .containsExactlyElementsOf(drift.steps());
    assertThat(plan.leftAlone()).isEmpty();
    assertThat(plan.toString()).doesNotContain("s3cret");
  }

  static Stream<Drift> extras() {
    return Stream.of(
        extra(
            "a listener of the site",
            realm -> object(realm, "/settings").withArray("eventsListeners").add("email"),
            "The realm: the event listener email stays."),
        extra(
            "a mapper of our client",
            realm ->
                ((ArrayNode) realm.at(WEB + "/protocolMappers"))
                    .add(parsed("{'id':'x','name':'department'}")),
            "Client openmetadata-web: it has mapper department, too. It stays."),
        extra(
            "a mapper of our identity provider",
            realm ->
                ((ArrayNode) realm.at("/identityProviderMappers"))
                    .add(parsed("{'id':'x','name':'city','identityProviderAlias':'entra'}")),
            "Identity provider entra: it has mapper city, too. It stays."),
        extra(
            "a redirect URI",
            realm -> ((ArrayNode) realm.at(WEB + "/redirectUris")).add("https://x.example/cb"),
            "Client openmetadata-web: redirectUris has https://x.example/cb, too. It stays."),
        extra(
            "an address after sign-out",
            realm ->
                object(realm, WEB + "/attributes")
                    .put(
                        "post.logout.redirect.uris",
                        "https://catalog.contoso.example/##https://x.example/"
                            + "##https://catalog.contoso.example/signin"),
            "Client openmetadata-web: post.logout.redirect.uris has https://x.example/, too."
                + " It stays."),
        extra(
            "a scope of our client",
            realm -> ((ArrayNode) realm.at(WEB + "/optionalClientScopes")).add("address"),
            "Client openmetadata-web: it has the optional client scope address, too. It stays."),
        extra(
            "a role within the default role",
            realm ->
                object(realm, "/roles/realm/0/composites").withArray("realm").add("offline_access"),
            "Role default-roles-openmetadata: it holds the role offline_access, too. It stays."),
        extra(
            "an attribute of users",
            realm ->
                ((ArrayNode) realm.at("/userProfile/attributes")).add(parsed("{'name':'city'}")),
            "User profile: it has city, too. It stays."),
        extra(
            "unmanaged attributes",
            realm -> object(realm, "/userProfile").put("unmanagedAttributePolicy", "ENABLED"),
            "User profile: unmanaged attributes are ENABLED, of which the file says nothing."
                + " It stays."));
  }

  private static Drift extra(String what, Consumer<ObjectNode> drift, String sentence) {
    return new Drift(what, drift, sentence, List.of());
  }

  @ParameterizedTest
  @MethodSource("extras")
  void whatIsThereBesidesIsNamedAndLeftAlone(Drift extra) {
    Plan plan = plan(SITE, SITE, extra.drift());

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.leftAlone()).containsExactly(extra.sentence());
  }

  private static String words(Step step) {
    return step.method()
        + " "
        + step.path().stream().map(part -> part instanceof Ref ref ? ref.name() : part).toList();
  }
}
