package io.entrabroker.keycloak.idp;

import io.entrabroker.Parsed;
import io.entrabroker.catalog.BaseRole;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/** The role that everybody has in the catalog, as the mapper of the catalog's tokens names it. */
public final class BaseRoles {

  /** The mapper's id in client scopes. */
  public static final String MAPPER = "openmetadata-user-mapper";

  /** The mapper's setting that names the role. */
  public static final String SETTING = "base.role";

  private BaseRoles() {}

  /** What a mapper says. */
  public static Parsed<BaseRole> parsed(ProtocolMapperModel mapper) {
    return BaseRole.parse(mapper.getConfig().getOrDefault(SETTING, ""));
  }

  // An import is not validated: what is wrong there counts as not written.
  /** What a mapper means. */
  public static BaseRole of(ProtocolMapperModel mapper) {
    return parsed(mapper).asOptional().orElseGet(BaseRole::standard);
  }

  /** That of a realm's catalog. */
  static BaseRole of(RealmModel realm) {
    return realm
        .getClientScopesStream()
        .flatMap(ClientScopeModel::getProtocolMappersStream)
        .filter(mapper -> MAPPER.equals(mapper.getProtocolMapper()))
        .findFirst()
        .map(BaseRoles::of)
        .orElseGet(BaseRole::standard);
  }
}
