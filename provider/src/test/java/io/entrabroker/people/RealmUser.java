package io.entrabroker.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.user.LocalAccount;
import io.entrabroker.user.PersonName;
import io.entrabroker.user.StoredPerson;
import io.entrabroker.user.StoredPerson.Verification;
import java.util.HashSet;
import java.util.Set;

/**
 * A user of the {@link FictionalRealm}.
 *
 * @param id the realm's id
 * @param known name and address
 * @param called what the person is called
 * @param roles realm roles
 * @param teams top-level groups
 */
record RealmUser(
    String id, StoredPerson known, PersonName called, Set<String> roles, Set<String> teams) {

  RealmUser {
    roles = Set.copyOf(roles);
    teams = Set.copyOf(teams);
  }

  static RealmUser of(String id, JsonNode user) {
    return new RealmUser(
        id,
        new StoredPerson(
            user.path("username").asText(),
            user.path("email").asText(),
            user.path("verified").asBoolean() ? Verification.PROVEN : Verification.NOT_PROVEN,
            user.path("catalogUsername").asText(),
            user.path("catalogEmail").asText()),
        new PersonName("", ""),
        texts(user.path("roles")),
        texts(user.path("teams")));
  }

  /** What decides whether somebody may be joined with this user. */
  static LocalAccount account(JsonNode user) {
    Set<LocalAccount.Trait> traits = new HashSet<>();
    traits.add(LocalAccount.Trait.ENABLED);
    if (user.path("verified").asBoolean()) {
      traits.add(LocalAccount.Trait.EMAIL_VERIFIED);
    }
    texts(user.path("traits")).forEach(trait -> traits.add(LocalAccount.Trait.valueOf(trait)));
    return new LocalAccount(traits);
  }

  RealmUser with(StoredPerson other) {
    return new RealmUser(id, other, called, roles, teams);
  }

  RealmUser bringing(PersonName name, Set<String> newRoles, Set<String> newTeams) {
    return new RealmUser(id, known, name.isEmpty() ? called : name, newRoles, newTeams);
  }

  boolean isCalled(String name) {
    return known.username().equals(name) || known.catalogUsername().equals(name);
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
