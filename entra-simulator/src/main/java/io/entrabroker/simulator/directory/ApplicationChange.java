package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Changes of app registrations, which are named by client ids, and of what they may do. */
public final class ApplicationChange {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEFAULT_ACCESS = "00000000-0000-0000-0000-000000000000";

  private ApplicationChange() {}

  /** A person or group has an app role from now on. */
  public static DirectoryChange assignRole(String appId, String principal, String role) {
    return root -> {
      TenantJson tenant = TenantJson.withApplication(root, appId);
      assign(tenant, appId, principal, roleId(tenant.application(appId), role));
    };
  }

  /** A person or group is assigned to the application, without any role. */
  public static DirectoryChange assign(String appId, String principal) {
    return root ->
        assign(TenantJson.withApplication(root, appId), appId, principal, DEFAULT_ACCESS);
  }

  /** A person or group has no longer any role of the application, nor any assignment to it. */
  public static DirectoryChange unassign(String appId, String principal) {
    return root -> {
      TenantJson tenant = TenantJson.withApplication(root, appId);
      String id = tenant.principal(principal).path("id").asText();
      TenantJson.removeIf(
          assignments(tenant, appId), one -> one.path("principalId").asText().equals(id));
    };
  }

  /**
   * Who may use the application from now on.
   *
   * @param value {@code AzureADMyOrg}, {@code AzureADMultipleOrgs}, {@code
   *     AzureADandPersonalMicrosoftAccount} or {@code PersonalMicrosoftAccount}
   */
  public static DirectoryChange signInAudience(String appId, String value) {
    return root ->
        TenantJson.withApplication(root, appId).application(appId).put("signInAudience", value);
  }

  /** One more redirect URI of a platform. */
  public static DirectoryChange redirectUri(String appId, Platform platform, String uri) {
    return root ->
        TenantJson.withApplication(root, appId)
            .application(appId)
            .withArray("/" + platform.member() + "/redirectUris")
            .add(uri);
  }

  /** Where the application hears that a session is over: its front-channel logout URL. */
  public static DirectoryChange logoutUrl(String appId, String url) {
    return root ->
        ((ObjectNode) TenantJson.withApplication(root, appId).application(appId).withObject("/web"))
            .put("logoutUrl", url);
  }

  /** Which groups the tokens list: {@code SecurityGroup}, {@code ApplicationGroup} and so on. */
  public static DirectoryChange groupMembershipClaims(String appId, String value) {
    return root ->
        TenantJson.withApplication(root, appId)
            .application(appId)
            .put("groupMembershipClaims", value);
  }

  /** ID tokens have one more optional claim, or have it with other properties. */
  public static DirectoryChange optionalClaim(String appId, String name, String... properties) {
    return root -> {
      ArrayNode claims =
          TenantJson.withApplication(root, appId)
              .application(appId)
              .withArray("/optionalClaims/idToken");
      TenantJson.removeIf(claims, claim -> claim.path("name").asText().equals(name));
      ArrayNode list = claims.addObject().put("name", name).putArray("additionalProperties");
      Arrays.stream(properties).forEach(list::add);
    };
  }

  /**
   * An administrator consents for everybody that the application has delegated permissions of
   * Microsoft Graph, in addition to those that it has.
   *
   * @param scopes short names, for example {@code GroupMember.Read.All}
   */
  public static DirectoryChange consent(String appId, String... scopes) {
    return root -> {
      TenantJson tenant = TenantJson.withApplication(root, appId);
      tenant
          .array("oauth2PermissionGrants")
          .addObject()
          .put("clientId", tenant.servicePrincipal(appId).path("id").asText())
          .put("consentType", "AllPrincipals")
          .putNull("principalId")
          .put("resourceId", GraphPermission.GRAPH_APP_ID)
          .put("scope", String.join(" ", scopes));
    };
  }

  /** The delegated permission of Microsoft Graph is taken back, whoever granted it. */
  public static DirectoryChange withdrawConsent(String appId, String scope) {
    return root -> {
      TenantJson tenant = TenantJson.withApplication(root, appId);
      String client = tenant.servicePrincipal(appId).path("id").asText();
      for (JsonNode grant : tenant.array("oauth2PermissionGrants")) {
        if (grant.path("clientId").asText().equals(client)) {
          ((ObjectNode) grant).put("scope", without(grant.path("scope").asText(), scope));
        }
      }
    };
  }

  /** Every delegated permission of the application is taken back, whoever granted it. */
  public static DirectoryChange withdrawConsent(String appId) {
    return root -> {
      TenantJson tenant = TenantJson.withApplication(root, appId);
      String client = tenant.servicePrincipal(appId).path("id").asText();
      TenantJson.removeIf(
          tenant.array("oauth2PermissionGrants"),
          grant -> grant.path("clientId").asText().equals(client));
    };
  }

  /** An administrator grants application permissions of Microsoft Graph. */
  public static DirectoryChange grant(String appId, GraphPermission... permissions) {
    return root -> {
      TenantJson tenant = TenantJson.withApplication(root, appId);
      ObjectNode graph = tenant.servicePrincipal(GraphPermission.GRAPH_APP_ID);
      for (GraphPermission permission : permissions) {
        graph
            .withArray("/appRoleAssignedTo")
            .addObject()
            .put("principalId", tenant.servicePrincipal(appId).path("id").asText())
            .put("principalType", "ServicePrincipal")
            .put("resourceId", graph.path("id").asText())
            .put("appRoleId", permission.applicationId());
      }
    };
  }

  /**
   * The application is registered anew: the same settings, assignments and consents under another
   * client id and another service principal, so that every person has another {@code sub}.
   */
  public static DirectoryChange registerAgain(String appId, String newAppId) {
    return root -> {
      TenantJson tenant = TenantJson.withApplication(root, appId);
      String oldPrincipal = tenant.servicePrincipal(appId).path("id").asText();
      ObjectNode fresh = root.objectNode();
      ServicePrincipal.writeImplied(fresh, tenant.id(), newAppId);
      String text =
          root.toString()
              .replace(appId.toLowerCase(Locale.ROOT), newAppId.toLowerCase(Locale.ROOT))
              .replace(oldPrincipal, fresh.path("id").asText());
      root.removeAll().setAll(object(text));
    };
  }

  private static void assign(TenantJson tenant, String appId, String principal, String roleId) {
    ObjectNode assigned = tenant.principal(principal);
    assignments(tenant, appId)
        .addObject()
        .put("principalId", assigned.path("id").asText())
        .put("principalType", assigned.has("userPrincipalName") ? "User" : "Group")
        .put("resourceId", tenant.servicePrincipal(appId).path("id").asText())
        .put("appRoleId", roleId);
  }

  private static ArrayNode assignments(TenantJson tenant, String appId) {
    return tenant.servicePrincipal(appId).withArray("/appRoleAssignedTo");
  }

  private static String roleId(ObjectNode application, String value) {
    for (JsonNode role : application.path("appRoles")) {
      if (role.path("value").asText().equals(value)) {
        return role.path("id").asText();
      }
    }
    throw new DirectoryException(List.of("The application has no role " + value + "."));
  }

  private static String without(String scopes, String scope) {
    return Arrays.stream(scopes.split(" ", -1))
        .filter(one -> !one.equals(scope))
        .collect(Collectors.joining(" "));
  }

  private static ObjectNode object(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Text written from JSON could not be read again", e);
    }
  }
}
