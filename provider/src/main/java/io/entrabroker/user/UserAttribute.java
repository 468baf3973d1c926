package io.entrabroker.user;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Attributes of a Keycloak user that only administrators and this provider may write. */
public final class UserAttribute {

  /** Entra's object id. */
  public static final String OBJECT_ID = "entra_oid";

  /** Entra's tenant id. */
  public static final String TENANT_ID = "entra_tid";

  /** The user principal name, for people to recognise an account. */
  public static final String UPN = "entra_upn";

  /** The name in the catalog, given at the first sign-in and kept for life. */
  public static final String CATALOG_USERNAME = "catalog_username";

  /**
   * The address in the catalog, given at the first sign-in and kept until an administrator acts.
   */
  public static final String CATALOG_EMAIL = "catalog_email";

  /** The catalog roles that sign-ins have granted; several values. */
  public static final String GRANTED_ROLES = "entra_roles";

  /** The teams that sign-ins have joined; several values. */
  public static final String JOINED_TEAMS = "entra_teams";

  /** Those with one value. */
  public static final List<String> ALL =
      List.of(OBJECT_ID, TENANT_ID, UPN, CATALOG_USERNAME, CATALOG_EMAIL);

  /** Every one that nobody but administrators and this provider may write. */
  public static final List<String> PROTECTED =
      Stream.concat(ALL.stream(), Stream.of(GRANTED_ROLES, JOINED_TEAMS)).toList();

  private UserAttribute() {}

  /** The attributes of a person, by name; an unknown one is left out. */
  public static Map<String, String> of(EntraUser user) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(OBJECT_ID, user.key().objectId().toString());
    attributes.put(TENANT_ID, user.key().tenant().toString());
    if (!user.upn().isEmpty()) {
      attributes.put(UPN, user.upn());
    }
    return attributes;
  }
}
