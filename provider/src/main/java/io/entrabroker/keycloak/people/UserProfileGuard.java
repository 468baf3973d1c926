package io.entrabroker.keycloak.people;

import io.entrabroker.user.UserAttribute;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Whether users can write the attributes that say who they are in Entra and in the catalog: then
 * they could be anybody.
 */
public final class UserProfileGuard {

  private static final String USERS = "user";

  private UserProfileGuard() {}

  /** Whether only administrators can. */
  public static boolean isSafe(KeycloakSession session) {
    UPConfig profile = session.getProvider(UserProfileProvider.class).getConfiguration();
    return UserAttribute.PROTECTED.stream().allMatch(name -> isSafe(profile, name));
  }

  private static boolean isSafe(UPConfig profile, String name) {
    UPAttribute attribute = profile.getAttribute(name);
    return attribute == null
        ? profile.getUnmanagedAttributePolicy() != UnmanagedAttributePolicy.ENABLED
        : attribute.getPermissions() != null
            && !attribute.getPermissions().getEdit().contains(USERS);
  }
}
