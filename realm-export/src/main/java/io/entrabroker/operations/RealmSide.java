package io.entrabroker.operations;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.catalog.BaseRole;
import io.entrabroker.groups.RoleMap;
import io.entrabroker.operations.catalog.CatalogPerson;
import io.entrabroker.operations.catalog.RealmWord;
import io.entrabroker.operations.catalog.RealmWord.Known;
import io.entrabroker.operations.catalog.RealmWord.Unknown;
import io.entrabroker.operations.catalog.SecuritySettings;
import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.settings.GroupSettings;
import io.entrabroker.settings.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the realm knows of its catalog.
 *
 * @param admin Keycloak, asked by an administrator
 * @param realm the realm's name
 */
record RealmSide(AdminApi admin, String realm) {

  private static final String MAPPER = "openmetadata-user-mapper";

  /**
   * What the catalog has to be told.
   *
   * @param query what is asked for, as the export takes it
   */
  SecuritySettings settings(String query) {
    AdminAnswer answer =
        admin.send(
            "GET", path("/openmetadata/catalog-config/settings-json?secret=include&" + query));
    if (answer.status() == 403) {
      throw new OperationProblem(
          "Keycloak does not let you read what the catalog has to be told: you need the rights to"
              + " view the realm, its identity providers and clients, and to manage clients for the"
              + " client's secret.");
    }
    if (!answer.isSuccess()) {
      throw new OperationProblem(
          "The realm does not say what the catalog has to be told: " + answer.errorMessage());
    }
    return SecuritySettings.of(answer.body());
  }

  /** The teams that group bindings name. */
  Set<String> teams() {
    Set<String> teams = new TreeSet<>();
    for (JsonNode provider : providers()) {
      teams.addAll(read(provider, GroupSettings.BINDINGS).teams());
    }
    return teams;
  }

  /** The roles that tokens may name. */
  Set<String> roles() {
    Set<String> roles = new TreeSet<>();
    for (JsonNode provider : providers()) {
      roles.addAll(
          new RoleMap(
                  read(provider, GroupSettings.APP_ROLES),
                  read(provider, GroupSettings.GROUP_ROLES))
              .roles());
    }
    roles.add(baseRole().name());
    return roles;
  }

  private List<JsonNode> providers() {
    List<JsonNode> ours = new ArrayList<>();
    for (JsonNode provider : admin.get(path("/identity-provider/instances"))) {
      if (provider.path("providerId").asText().equals("entra")) {
        ours.add(provider);
      }
    }
    return ours;
  }

  private static <T> T read(JsonNode provider, Setting<T> setting) {
    String text = provider.path("config").path(setting.key()).asText("");
    return setting
        .parser()
        .apply(text)
        .fold(
            value -> value,
            problem -> {
              throw new OperationProblem(
                  "The setting "
                      + setting.label()
                      + " of the identity provider "
                      + provider.path("alias").asText()
                      + " cannot be read: "
                      + problem);
            });
  }

  private BaseRole baseRole() {
    for (JsonNode scope : admin.get(path("/client-scopes"))) {
      for (JsonNode mapper : scope.path("protocolMappers")) {
        if (mapper.path("protocolMapper").asText().equals(MAPPER)) {
          return BaseRole.parse(mapper.path("config").path("base.role").asText(""))
              .asOptional()
              .orElseGet(BaseRole::standard);
        }
      }
    }
    return BaseRole.standard();
  }

  /**
   * What a token would say of somebody in the catalog. Keycloak makes the claims itself, with every
   * mapper, and no token.
   *
   * @param settings the catalog's settings of the moment
   */
  RealmWord word(CatalogPerson person, SecuritySettings settings) {
    JsonNode found =
        admin.get(path("/users?exact=true&email=" + ExportOptions.encoded(person.email())));
    if (found.size() != 1) {
      return new Unknown("nobody in the realm has this address.");
    }
    String client =
        settings.isConfidential() ? settings.oidc("id") : settings.authentication("clientId");
    JsonNode clients = admin.get(path("/clients?clientId=" + ExportOptions.encoded(client)));
    if (clients.size() != 1) {
      throw new OperationProblem("The realm has no client " + client + ", which the catalog uses.");
    }
    JsonNode claims =
        admin.get(
            path(
                "/clients/"
                    + clients.get(0).path("id").asText()
                    + "/evaluate-scopes/generate-example-id-token?scope=openid&userId="
                    + found.get(0).path("id").asText()));
    return said(claims, person, settings);
  }

  static RealmWord said(JsonNode claims, CatalogPerson person, SecuritySettings settings) {
    String email = claims.path("email").asText("").toLowerCase(Locale.ROOT);
    String name = claims.path("preferred_username").asText("").toLowerCase(Locale.ROOT);
    if (!email.equals(person.email()) || !(settings.findsByEmail() || name.equals(person.name()))) {
      return new Unknown("the realm knows the address, and gives its owner another name.");
    }
    String teamClaim = settings.authentication("jwtTeamClaimMapping");
    JsonNode teams = claims.path(teamClaim.isEmpty() ? "groups" : teamClaim);
    JsonNode roles = claims.path("roles");
    return teams.isArray() && roles.isArray()
        ? new Known(texts(roles), texts(teams))
        : new Unknown("the realm's token would say nothing of roles or teams.");
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private String path(String below) {
    return "/" + ExportOptions.encoded(realm) + below;
  }
}
