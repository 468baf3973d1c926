package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what Graph would refuse in an application. The rules are documented, the wording is only
 * close to Graph's.
 */
final class RegistrationCheck {

  /** Members of a directory file that are not written through an application's properties. */
  static final Set<String> NOT_WRITTEN =
      Set.of(
          "id",
          "appId",
          "passwordCredentials",
          "keyCredentials",
          "federatedIdentityCredentials",
          "owners",
          "createdDateTime",
          "authenticationBehaviors");

  private static final int MOST_REDIRECT_URIS = 256;

  private final List<String> problems = new ArrayList<>();

  private RegistrationCheck() {}

  /**
   * @param tenant of the application: its id and domains may stand in App ID URIs
   */
  static List<String> problemsOf(ObjectNode application, TenantJson tenant) {
    RegistrationCheck check = new RegistrationCheck();
    ObjectNode written = application.deepCopy().remove(NOT_WRITTEN);
    ApplicationShape.WRITABLE.check("application", written, check.problems::add);
    if (check.problems.isEmpty()) {
      check.redirectUris(application);
      check.logoutUrl(application.at("/web/logoutUrl").asText(""));
      check.permissions("appRoles", application.path("appRoles"));
      check.permissions("oauth2PermissionScopes", application.at("/api/oauth2PermissionScopes"));
      check.identifierUris(application, tenant);
    }
    return check.problems;
  }

  private void redirectUris(JsonNode application) {
    Set<String> seen = new HashSet<>();
    for (Platform platform : Platform.values()) {
      for (JsonNode uri : application.at("/" + platform.member() + "/redirectUris")) {
        if (!seen.add(uri.asText())) {
          problem("redirectUris", uri.asText() + " is there more than once.");
        }
        RedirectUriRule.problem(platform, uri.asText())
            .ifPresent(reason -> problem("redirectUris", reason));
      }
    }
    if (seen.size() > MOST_REDIRECT_URIS) {
      problem("redirectUris", "There are more than " + MOST_REDIRECT_URIS + ".");
    }
  }

  private void logoutUrl(String url) {
    if (!url.isEmpty() && (!url.startsWith("https://") || url.length() > 255)) {
      problem("logoutUrl", "It must begin with https:// and have at most 255 characters.");
    }
  }

  /** App roles and scopes: ids and values are unique, values have no blanks. */
  private void permissions(String name, JsonNode permissions) {
    Set<String> ids = new HashSet<>();
    Set<String> values = new HashSet<>();
    for (JsonNode one : permissions) {
      String value = one.path("value").asText("");
      if (!ids.add(one.path("id").asText().toLowerCase(Locale.ROOT))) {
        problem(name, "An id is there more than once.");
      }
      if (!value.isEmpty() && !values.add(value)) {
        problem(name, "The value " + value + " is there more than once.");
      }
      if (value.length() > 120 || value.contains(" ")) {
        problem(name, "A value has at most 120 characters, and no blank.");
      }
      if (one.has("allowedMemberTypes") && one.path("allowedMemberTypes").isEmpty()) {
        problem("allowedMemberTypes", "Name User, Application or both.");
      }
    }
  }

  private void identifierUris(JsonNode application, TenantJson tenant) {
    String appId = application.path("appId").asText();
    for (JsonNode each : application.path("identifierUris")) {
      String uri = each.asText();
      boolean ofApplication =
          !appId.isEmpty()
              && (uri.equals("api://" + appId) || uri.startsWith("api://" + appId + "/"));
      boolean ofTenant =
          uri.startsWith("api://" + tenant.id() + "/")
              || Tenant.domains(tenant.node()).stream()
                  .anyMatch(
                      domain ->
                          uri.startsWith("api://" + domain + "/")
                              || uri.startsWith("https://" + domain + "/"));
      if (!ofApplication && !ofTenant) {
        problem(
            "identifierUris",
            "All newly added URIs must contain a tenant verified domain, tenant ID, or app ID.");
      }
    }
  }

  private void problem(String property, String reason) {
    problems.add(GraphShape.invalid(property) + " " + reason);
  }
}
