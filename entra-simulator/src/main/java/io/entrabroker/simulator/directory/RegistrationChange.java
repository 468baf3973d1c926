package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Applications registered and changed as through Graph, which looks at every property. */
public final class RegistrationChange {

  private RegistrationChange() {}

  /**
   * One more application in the tenant.
   *
   * @param application in Graph's shape, with {@code id} and {@code appId}
   */
  public static DirectoryChange register(String tenantId, ObjectNode application) {
    return root -> {
      TenantJson tenant = tenant(root, tenantId);
      check(application, tenant);
      tenant.array("applications").add(application.deepCopy());
    };
  }

  /**
   * An application with other properties: objects are merged, lists replaced.
   *
   * @throws DirectoryException if Graph would refuse it; the first word is Graph's code if it has
   *     one of its own
   */
  public static DirectoryChange update(String appId, ObjectNode properties) {
    return root -> {
      TenantJson tenant = TenantJson.withApplication(root, appId);
      ObjectNode application = tenant.application(appId);
      ObjectNode changed = application.deepCopy();
      merge(changed, properties);
      check(changed, tenant);
      enabledStay(application.path("appRoles"), changed.path("appRoles"));
      enabledStay(
          application.at("/api/oauth2PermissionScopes"), changed.at("/api/oauth2PermissionScopes"));
      application.setAll(changed);
    };
  }

  /** What Entra makes of an application in its tenant: a service principal. */
  public static DirectoryChange servicePrincipal(String appId) {
    return root -> TenantJson.withApplication(root, appId).servicePrincipal(appId);
  }

  private static void check(ObjectNode application, TenantJson tenant) {
    List<String> problems = new ArrayList<>(RegistrationCheck.problemsOf(application, tenant));
    problems.addAll(CredentialCheck.problemsOf(application));
    if (!problems.isEmpty()) {
      throw new DirectoryException(problems);
    }
  }

  private static void enabledStay(JsonNode before, JsonNode after) {
    for (JsonNode one : before) {
      boolean gone = true;
      for (JsonNode other : after) {
        gone = gone && !other.path("id").equals(one.path("id"));
      }
      if (gone && one.path("isEnabled").asBoolean()) {
        throw new DirectoryException(
            List.of(
                "Permission (scope or role) cannot be deleted or updated unless disabled first."));
      }
    }
  }

  private static void merge(ObjectNode into, JsonNode more) {
    more.properties()
        .forEach(
            member -> {
              if (into.get(member.getKey()) instanceof ObjectNode object
                  && member.getValue().isObject()) {
                merge(object, member.getValue());
              } else {
                into.set(member.getKey(), member.getValue().deepCopy());
              }
            });
  }

  private static TenantJson tenant(ObjectNode root, String tenantId) {
    return TenantJson.of(root).stream()
        .filter(tenant -> tenant.id().equalsIgnoreCase(tenantId))
        .findFirst()
        .orElseThrow(
            () -> new DirectoryException(List.of("The directory has no tenant " + tenantId + ".")));
  }
}
