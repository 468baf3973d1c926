package io.entrabroker.user;

import io.entrabroker.tenant.TenantId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who somebody is, for life: the tenant and the object id in it. Never an e-mail address or a name:
 * those change and are given to others.
 *
 * <p>Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/claims-validation#validate-the-subject">
 * Validate the subject</a>.
 */
public record IdentityKey(TenantId tenant, UUID objectId) {

  /** Reads what {@link #toString} gives. */
  public static Optional<IdentityKey> parse(String text) {
    String[] ids = text.split(":", -1);
    return ids.length != 2
        ? Optional.empty()
        : TenantId.parse(ids[0])
            .flatMap(
                tenant ->
                    TenantId.parse(ids[1]).map(object -> new IdentityKey(tenant, object.value())));
  }

  /** {@code tid:oid}, both in lower case: the id of the federated identity in Keycloak. */
  @Override
  public String toString() {
    return tenant + ":" + objectId;
  }
}
