package io.entrabroker.simulator.directory;

import java.util.List;

/** Changes of whole tenants, which are named by their GUIDs. */
public final class TenantChange {

  private TenantChange() {}

  /** The tenant belongs to another cloud from now on, as if it had always been there. */
  public static DirectoryChange cloud(String tenantId, Cloud cloud) {
    return root ->
        TenantJson.of(root).stream()
            .filter(tenant -> tenant.id().equalsIgnoreCase(tenantId))
            .findFirst()
            .orElseThrow(
                () ->
                    new DirectoryException(
                        List.of("The directory has no tenant " + tenantId + ".")))
            .node()
            .withObject("/organization")
            .put("cloud", cloud.label());
  }
}
