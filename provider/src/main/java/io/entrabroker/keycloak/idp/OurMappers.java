package io.entrabroker.keycloak.idp;

import java.util.Set;

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
}
