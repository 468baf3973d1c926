package io.entrabroker.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Everything in an exported realm through which somebody gets in or gets rights, line by line. */
final class Entrances {
  private static final List<String> BINDINGS =
      List.of(
          "browserFlow",
          "registrationFlow",
          "directGrantFlow",
          "resetCredentialsFlow",
          "clientAuthenticationFlow",
          "dockerAuthenticationFlow",
          "firstBrokerLoginFlow");

  private final JsonNode realm;
  private final Set<String> found = new TreeSet<>();

  private Entrances(JsonNode realm) {
    this.realm = realm;
  }

  static Set<String> of(JsonNode exportedRealm) {
    Entrances entrances = new Entrances(exportedRealm);
    all(exportedRealm.path("clients")).forEach(entrances::client);
    entrances.flows();
    entrances.providers();
    entrances.roles();
    entrances.scopes();
    return entrances.found;
  }

  private void client(JsonNode client) {
    String id = client.path("clientId").asText();
    addIf(client.path("enabled"), "enabled client", id);
    addIf(client.path("directAccessGrantsEnabled"), "client with password grant", id);
    addIf(client.path("serviceAccountsEnabled"), "client with service account", id);
    addIf(client.path("implicitFlowEnabled"), "client with implicit flow", id);
    addIf(client.path("fullScopeAllowed"), "client with full scope", id);
    texts(client.path("redirectUris")).forEach(uri -> add("redirect URI of " + id, uri));
    texts(client.path("webOrigins")).forEach(origin -> add("web origin of " + id, origin));
    Stream.of(client.path("attributes").path("post.logout.redirect.uris").asText().split("##"))
        .filter(uri -> !uri.isEmpty())
        .forEach(uri -> add("post-logout redirect URI of " + id, uri));
    Stream.concat(
            texts(client.path("defaultClientScopes")), texts(client.path("optionalClientScopes")))
        .filter("openmetadata"::equals)
        .forEach(scope -> add("client with scope openmetadata", id));
  }

  private void flows() {
    all(realm.path("authenticationFlows"))
        .forEach(flow -> add("flow", flow.path("alias").asText()));
    BINDINGS.forEach(binding -> add(binding, realm.path(binding).asText()));
    all(realm.path("requiredActions"))
        .forEach(
            action -> {
              addIf(
                  action.path("enabled"), "enabled required action", action.path("alias").asText());
              addIf(
                  action.path("defaultAction"),
                  "default required action",
                  action.path("alias").asText());
            });
  }

  private void providers() {
    all(realm.path("identityProviders"))
        .forEach(
            provider -> {
              String alias = provider.path("alias").asText();
              addIf(provider.path("enabled"), "enabled identity provider", alias);
              add(
                  "first-login flow of " + alias,
                  provider.path("firstBrokerLoginFlowAlias").asText());
            });
  }

  private void roles() {
    String name = realm.path("defaultRole").path("name").asText();
    all(realm.path("roles").path("realm"))
        .filter(role -> role.path("name").asText().equals(name))
        .forEach(
            role -> {
              texts(role.path("composites").path("realm")).forEach(r -> add("default role", r));
              role.path("composites")
                  .path("client")
                  .properties()
                  .forEach(
                      client ->
                          texts(client.getValue())
                              .forEach(r -> add("default role", client.getKey() + "/" + r)));
            });
    all(realm.path("groups")).forEach(group -> add("group", group.path("name").asText()));
  }

  private void scopes() {
    texts(realm.path("defaultDefaultClientScopes")).forEach(s -> add("default client scope", s));
    texts(realm.path("defaultOptionalClientScopes")).forEach(s -> add("optional client scope", s));
  }

  private void addIf(JsonNode flag, String what, String which) {
    if (flag.asBoolean()) {
      add(what, which);
    }
  }

  private void add(String what, String which) {
    found.add(what + ": " + which);
  }

  private static Stream<JsonNode> all(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static Stream<String> texts(JsonNode list) {
    return all(list).map(JsonNode::asText);
  }
}
