package io.entrabroker.simulator.directory;

import io.entrabroker.simulator.directory.GraphShape.Choice;
import io.entrabroker.simulator.directory.GraphShape.Choices;
import io.entrabroker.simulator.directory.GraphShape.Many;
import io.entrabroker.simulator.directory.GraphShape.Members;
import io.entrabroker.simulator.directory.GraphShape.Required;
import io.entrabroker.simulator.directory.GraphShape.Scalar;
import java.util.Map;
import java.util.Set;

/**
 * The properties of an application that can be written.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/resources/application">application resource
 *     type</a>
 */
final class ApplicationShape {

  private static final GraphShape TEXTS = new Many(Scalar.TEXT);
  private static final GraphShape REDIRECTS = new Members(Map.of("redirectUris", TEXTS));

  private static final GraphShape WEB =
      new Members(
          Map.of(
              "redirectUris",
              TEXTS,
              "logoutUrl",
              Scalar.TEXT,
              "homePageUrl",
              Scalar.TEXT,
              "implicitGrantSettings",
              new Members(
                  Map.of(
                      "enableIdTokenIssuance", Scalar.FLAG,
                      "enableAccessTokenIssuance", Scalar.FLAG))));

  private static final GraphShape CLAIMS =
      new Many(
          new Members(
              Map.of(
                  "name",
                  new Required(Scalar.TEXT),
                  "essential",
                  Scalar.FLAG,
                  "source",
                  Choice.of("user"),
                  "additionalProperties",
                  TEXTS)));

  private static final GraphShape OPTIONAL_CLAIMS =
      new Members(Map.of("idToken", CLAIMS, "accessToken", CLAIMS, "saml2Token", CLAIMS));

  private static final GraphShape APP_ROLE =
      new Members(
          Map.of(
              "id", new Required(Scalar.GUID),
              "value", Scalar.TEXT,
              "displayName", new Required(Scalar.TEXT),
              "description", new Required(Scalar.TEXT),
              "allowedMemberTypes", new Required(new Many(Choice.of("User", "Application"))),
              "isEnabled", Scalar.FLAG,
              "origin", Scalar.TEXT));

  private static final GraphShape REQUIRED_ACCESS =
      new Members(
          Map.of(
              "resourceAppId", new Required(Scalar.GUID),
              "resourceAccess",
                  new Many(
                      new Members(
                          Map.of(
                              "id", new Required(Scalar.GUID),
                              "type", new Required(Choice.of("Scope", "Role")))))));

  private static final GraphShape SCOPE =
      new Members(
          Map.ofEntries(
              Map.entry("id", new Required(Scalar.GUID)),
              Map.entry("value", Scalar.TEXT),
              Map.entry("type", Choice.of("User", "Admin")),
              Map.entry("isEnabled", Scalar.FLAG),
              Map.entry("origin", Scalar.TEXT),
              Map.entry("adminConsentDisplayName", new Required(Scalar.TEXT)),
              Map.entry("adminConsentDescription", new Required(Scalar.TEXT)),
              Map.entry("userConsentDisplayName", Scalar.TEXT),
              Map.entry("userConsentDescription", Scalar.TEXT)));

  private static final GraphShape API =
      new Members(
          Map.of(
              "requestedAccessTokenVersion", Scalar.WHOLE,
              "acceptMappedClaims", Scalar.FLAG,
              "knownClientApplications", new Many(Scalar.GUID),
              "oauth2PermissionScopes", new Many(SCOPE),
              "preAuthorizedApplications",
                  new Many(
                      new Members(
                          Map.of(
                              "appId", new Required(Scalar.GUID),
                              "delegatedPermissionIds", new Many(Scalar.GUID))))));

  private static final GraphShape AUDIENCE =
      Choice.of(
          "AzureADMyOrg",
          "AzureADMultipleOrgs",
          "AzureADandPersonalMicrosoftAccount",
          "PersonalMicrosoftAccount");

  private static final GraphShape GROUP_CLAIMS =
      new Choices(Set.of("None", "SecurityGroup", "DirectoryRole", "ApplicationGroup", "All"));

  static final Members WRITABLE =
      new Members(
          Map.ofEntries(
              Map.entry("displayName", new Required(Scalar.TEXT)),
              Map.entry("description", Scalar.TEXT),
              Map.entry("notes", Scalar.TEXT),
              Map.entry("tags", TEXTS),
              Map.entry("uniqueName", Scalar.TEXT),
              Map.entry("signInAudience", AUDIENCE),
              Map.entry("identifierUris", TEXTS),
              Map.entry("isFallbackPublicClient", Scalar.FLAG),
              Map.entry("groupMembershipClaims", GROUP_CLAIMS),
              Map.entry("web", WEB),
              Map.entry("spa", REDIRECTS),
              Map.entry("publicClient", REDIRECTS),
              Map.entry("optionalClaims", OPTIONAL_CLAIMS),
              Map.entry("appRoles", new Many(APP_ROLE)),
              Map.entry("requiredResourceAccess", new Many(REQUIRED_ACCESS)),
              Map.entry("api", API)));

  private ApplicationShape() {}
}
