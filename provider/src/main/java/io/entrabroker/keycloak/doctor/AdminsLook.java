package io.entrabroker.keycloak.doctor;

import io.entrabroker.doctor.PeopleState.Admins;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Looks at the administrators of the whole server, as far as Keycloak keeps them itself: to ask a
 * directory behind it for a password would be an attempt to sign in, and three of them may lock the
 * account. Passwords are compared and not tried, so nothing is counted or written either.
 */
record AdminsLook(KeycloakSession session) {

  private static final String TEMPORARY = "is_temporary_admin";

  // The administrator of Keycloak's own examples.
  private static final String EVERYBODYS_NAME = "admin";
  private static final List<String> EVERYBODYS_PASSWORDS = List.of("admin", "password", "changeme");

  Admins state() {
    RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
    return new Admins(hasDefaultPassword(master), hasTemporaryAdmin(master));
  }

  private boolean hasTemporaryAdmin(RealmModel master) {
    return local()
        .searchForUserByUserAttributeStream(master, TEMPORARY, "true")
        .findFirst()
        .isPresent();
  }

  private boolean hasDefaultPassword(RealmModel master) {
    return Stream.ofNullable(local().getUserByUsername(master, EVERYBODYS_NAME))
        .flatMap(
            user ->
                user.credentialManager()
                    .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE))
        .map(PasswordCredentialModel::createFromCredentialModel)
        .anyMatch(this::isEverybodys);
  }

  private boolean isEverybodys(PasswordCredentialModel stored) {
    PasswordHashProvider hash =
        session.getProvider(
            PasswordHashProvider.class, stored.getPasswordCredentialData().getAlgorithm());
    return hash != null
        && EVERYBODYS_PASSWORDS.stream().anyMatch(password -> hash.verify(password, stored));
  }

  private UserProvider local() {
    return session.getProvider(UserProvider.class);
  }
}
