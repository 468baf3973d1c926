package io.entrabroker.keycloak.people;

import java.util.Optional;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.cache.UserCache;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageUtil;

/**
 * Whose a link is, by what is stored.
 *
 * <p>Keycloak's cache of users keeps whose a link was. When an identity provider is deleted, and
 * every link with it, it forgets which links users have, but not which user a link has: under a new
 * provider of the same alias the link would lead to a user who is gone, or who has none any more.
 */
final class Links {

  private final KeycloakSession session;
  private final RealmModel realm;

  Links(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
  }

  /** The user with a link. Where cache and database differ, the realm's users leave the cache. */
  Optional<UserModel> user(FederatedIdentityModel link) {
    Optional<UserModel> found = known(session.users(), link);
    if (isStored(found, known(session.getProvider(UserProvider.class), link))) {
      return found;
    }
    Optional.ofNullable(UserStorageUtil.userCache(session)).ifPresent(this::forget);
    return known(session.users(), link);
  }

  private Optional<UserModel> known(UserProvider users, FederatedIdentityModel link) {
    return Optional.ofNullable(users.getUserByFederatedIdentity(realm, link));
  }

  // A user of a directory that Keycloak is connected to is not in its own table.
  private static boolean isStored(Optional<UserModel> found, Optional<UserModel> stored) {
    return found.map(UserModel::getId).equals(stored.map(UserModel::getId))
        || (stored.isEmpty() && found.filter(user -> !StorageId.isLocalStorage(user)).isPresent());
  }

  // Keycloak itself looks the link up later in the request, and must not find it in the cache.
  private void forget(UserCache cache) {
    cache.evict(realm);
  }
}
