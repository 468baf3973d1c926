package io.entrabroker.keycloak.idp;

import java.util.Set;
import org.keycloak.models.KeycloakSession;

/** The ids of the mappers that belong to this provider: they need no claims. */
public final class OurMappers {

  /** Brings the name. */
  public static final String PROFILE = "entra-profile-mapper";

  /** Brings groups. */
  public static final String GROUPS = "entra-groups-mapper";

  /** Brings roles. */
  public static final String ROLES = "entra-roles-mapper";

  static final Set<String> IDS = Set.of(PROFILE, GROUPS, ROLES);

  private OurMappers() {}

  /** Whether an identity provider has other mappers, too: they read the claims of the ID token. */
  static boolean haveCompany(KeycloakSession session, String alias) {
    return session
        .identityProviders()
        .getMappersByAliasStream(alias)
        .anyMatch(mapper -> !IDS.contains(mapper.getIdentityProviderMapper()));
  }
}
