package io.entrabroker.keycloak.doctor;

import io.entrabroker.catalog.ReservedNames;
import io.entrabroker.doctor.PeopleState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;

/** Looks for users who should not be there, by name: however many there are, it costs the same. */
record PeopleLook(KeycloakSession session, RealmModel realm, Asker asker) {

  /** Whose business the whole server's administrators are. */
  enum Asker {
    /** An administrator of the whole server. */
    OF_THE_SERVER,
    /** Somebody with rights over the realm: who must not learn how to become more than that. */
    OF_THE_REALM
  }

  private static final String TEMPORARY = "is_temporary_admin";

  // What examples and tutorials create.
  private static final List<String> TEST_NAMES =
      List.of("test", "testuser", "test-user", "demo", "user", "alice", "bob", "keycloak");

  // The administrator of Keycloak's own examples.
  private static final String EVERYBODYS_NAME = "admin";
  private static final List<String> EVERYBODYS_PASSWORDS = List.of("admin", "password", "changeme");

  PeopleState state() {
    RealmModel master = session.realms().getRealmByName(Config.getAdminRealm());
    boolean maySeeAdmins = asker == Asker.OF_THE_SERVER;
    return new PeopleState(
        there(ReservedNames.DEFAULTS.stream().filter(name -> !name.startsWith("*"))),
        there(TEST_NAMES.stream()),
        maySeeAdmins && hasDefaultPassword(master),
        maySeeAdmins && hasTemporaryAdmin(master));
  }

  private boolean hasTemporaryAdmin(RealmModel master) {
    return session
        .users()
        .searchForUserByUserAttributeStream(master, TEMPORARY, "true")
        .findFirst()
        .isPresent();
  }

  private List<String> there(Stream<String> names) {
    return names
        .filter(name -> session.users().getUserByUsername(realm, name) != null)
        .sorted()
        .toList();
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
