package io.entrabroker.catalog;

import io.entrabroker.claims.ClaimName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What OpenMetadata is to know of a person.
 *
 * @param address the person's address and name in the catalog
 * @param givenName given name, or empty
 * @param familyName family name, or empty
 * @param roles role names of the catalog
 * @param teams names of the catalog's teams
 * @param ids Entra's {@code oid} and {@code tid}, by claim name; empty for people not from Entra
 */
public record CatalogUser(
    CatalogAddress address,
    String givenName,
    String familyName,
    List<String> roles,
    List<String> teams,
    Map<String, String> ids) {

  /**
   * Claims that must not come from here, whoever else adds them: they would make the catalog take a
   * person for a bot or for one of its own sessions.
   */
  public static final Set<String> FORBIDDEN =
      Set.of(
          ClaimName.IS_BOT,
          ClaimName.TOKEN_TYPE,
          ClaimName.CATALOG_SESSION_ID,
          ClaimName.IMPERSONATED_USER);

  public CatalogUser {
    roles = List.copyOf(roles);
    teams = List.copyOf(teams);
    ids = Map.copyOf(ids);
  }

  /**
   * The claims, by name. Empty texts are left out, never sent: the catalog takes an empty text for
   * a value. {@code roles} and {@code groups} are always there, if only as empty lists: the catalog
   * reads an absent list as "no change". Whoever's address is not verified gets empty ones: a
   * catalog that falls back on {@code sub} would take the person for somebody new, who must have no
   * rights.
   */
  public Map<String, Object> claims() {
    Map<String, Object> claims = new LinkedHashMap<>(address.claims());
    putText(claims, ClaimName.NAME, (givenName + " " + familyName).strip());
    putText(claims, ClaimName.GIVEN_NAME, givenName);
    putText(claims, ClaimName.FAMILY_NAME, familyName);
    claims.put(ClaimName.ROLES, address.isVerified() ? roles : List.of());
    claims.put(ClaimName.GROUPS, address.isVerified() ? teams : List.of());
    ids.forEach((name, id) -> putText(claims, name, id));
    return claims;
  }

  /**
   * Every claim that this type decides on: one that {@link #claims} leaves out is to be removed.
   */
  public static Set<String> decided() {
    return Set.of(
        ClaimName.EMAIL,
        ClaimName.EMAIL_VERIFIED,
        ClaimName.PREFERRED_USERNAME,
        ClaimName.NAME,
        ClaimName.GIVEN_NAME,
        ClaimName.FAMILY_NAME,
        ClaimName.ROLES,
        ClaimName.GROUPS,
        ClaimName.OBJECT_ID,
        ClaimName.TENANT_ID);
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "CatalogUser[***]";
  }

  private static void putText(Map<String, Object> claims, String name, String text) {
    if (!text.isBlank()) {
      claims.put(name, text);
    }
  }
}
