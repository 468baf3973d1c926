package io.entrabroker.keycloak.doctor;

import io.entrabroker.catalog.ReservedNames;
import io.entrabroker.doctor.PeopleState;
import io.entrabroker.user.IdentityKey;
import io.entrabroker.user.UserAttribute;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;

/**
 * Looks for users who should not be there.
 *
 * @param reserved the catalog's own names, as each provider knows them
 */
record PeopleLook(KeycloakSession session, RealmModel realm, List<ReservedNames> reserved) {

  private static final String ENDING = "*";

  // What examples and tutorials create.
  private static final List<String> TEST_NAMES =
      List.of("test", "testuser", "test-user", "demo", "user", "alice", "bob", "keycloak");

  PeopleState state(PeopleState.Admins admins) {
    RealmQueries queries = new RealmQueries(session, realm);
    return new PeopleState(
        reserved(queries),
        users(queries.named(TEST_NAMES, List.of()))
            .map(UserModel::getUsername)
            .filter(TEST_NAMES::contains)
            .sorted()
            .toList(),
        Stream.of(UserAttribute.CATALOG_USERNAME, UserAttribute.CATALOG_EMAIL)
            .flatMap(attribute -> queries.sharing(attribute).stream())
            .distinct()
            .toList(),
        queries.borrowing(),
        admins);
  }

  private List<String> reserved(RealmQueries queries) {
    Set<String> patterns =
        reserved.stream().flatMap(names -> names.patterns().stream()).collect(Collectors.toSet());
    Predicate<String> isEnding = pattern -> pattern.startsWith(ENDING);
    List<String> found =
        queries.named(
            patterns.stream().filter(isEnding.negate()).toList(),
            patterns.stream().filter(isEnding).map(pattern -> pattern.substring(1)).toList());
    return users(found).flatMap(this::forbiddenNames).distinct().sorted().toList();
  }

  private Stream<String> forbiddenNames(UserModel user) {
    return Stream.of(user.getUsername(), text(user, UserAttribute.CATALOG_USERNAME))
        .filter(name -> reserved.stream().noneMatch(names -> mayHave(user, names, name)));
  }

  private static boolean mayHave(UserModel user, ReservedNames names, String name) {
    return !names.isReserved(name) || key(user).filter(key -> names.allows(name, key)).isPresent();
  }

  private static Optional<IdentityKey> key(UserModel user) {
    return IdentityKey.parse(
        text(user, UserAttribute.TENANT_ID) + ":" + text(user, UserAttribute.OBJECT_ID));
  }

  private static String text(UserModel user, String attribute) {
    return Objects.requireNonNullElse(user.getFirstAttribute(attribute), "");
  }

  private Stream<UserModel> users(List<String> ids) {
    // A directory behind Keycloak would be asked about each, and may change it.
    UserProvider local = session.getProvider(UserProvider.class);
    return ids.stream().flatMap(id -> Stream.ofNullable(local.getUserById(realm, id)));
  }
}
