package io.entrabroker.keycloak.doctor;

import io.entrabroker.doctor.PeopleState.Admins;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;

/** Looks at the administrators of the whole server. */
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
    return session
        .users()
        .searchForUserByUserAttributeStream(master, TEMPORARY, "true")
        .findFirst()
        .isPresent();
  }

  private boolean hasDefaultPassword(RealmModel master) {
    Optional<UserModel> admin =
        Optional.ofNullable(session.users().getUserByUsername(master, EVERYBODYS_NAME));
    return admin
        .map(
            user ->
                EVERYBODYS_PASSWORDS.stream()
                    .anyMatch(
                        password ->
                            user.credentialManager()
                                .isValid(UserCredentialModel.password(password))))
        .orElse(false);
  }
}
