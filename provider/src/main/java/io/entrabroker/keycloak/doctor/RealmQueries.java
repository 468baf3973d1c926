package io.entrabroker.keycloak.doctor;

import io.entrabroker.user.UserAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Questions to the database about a whole realm. Each is one statement whose answer is short,
 * however many clients and users there are; Keycloak's own searches would read them one by one.
 */
final class RealmQueries {

  /** Nobody reads on. */
  private static final int MOST = 20;

  // Whoever has more of them than this has no catalog for people from Entra.
  private static final int MOST_LOCAL = 500;

  private static final String CLIENTS =
      "select distinct c.clientId from ClientEntity c join c.attributes a where c.realmId = :realm"
          + " and c.enabled = true and a.name in (:names) and a.value = :value";

  private static final String NAMED =
      "select u.id from UserEntity u where u.realmId = :realm and (u.username in (:names)%s)";

  // From the index of values, which is quicker than from the realm's users.
  private static final String NAMED_IN_CATALOG =
      "select distinct a.user.id from UserAttributeEntity a where a.name = '"
          + UserAttribute.CATALOG_USERNAME
          + "' and a.user.realmId = :realm and (a.value in (:names)%s)";

  // From the index alone, ten times as quick as with the realm's users.
  private static final String TWICE =
      "select a.value from UserAttributeEntity a where a.name = :attribute and a.value is not null"
          + " group by a.value having count(a.id) > 1";

  private static final String SHARING =
      "select min(u.id), max(u.id) from UserEntity u join u.attributes a where u.realmId = :realm"
          + " and a.name = :attribute%s group by a.value having count(distinct u.id) > 1";

  private static final String LOCAL =
      "select u.id, u.username from UserEntity u left join u.attributes a on a.name = :attribute"
          + " where u.realmId = :realm and u.serviceAccountClientLink is null and a.id is null";

  private static final String OWNERS =
      "select a.value, a.user.id from UserAttributeEntity a where a.name = :attribute"
          + " and a.user.realmId = :realm and a.value in (:names)";

  private static final String BORROWING =
      "select u.id, o.id from UserEntity u, UserEntity o join o.attributes a where"
          + " u.realmId = :realm and o.realmId = :realm and a.name = :attribute"
          + " and a.value = u.username and o.id <> u.id and u.serviceAccountClientLink is null"
          + " and not exists (select 1 from UserAttributeEntity own where own.user = u"
          + " and own.name = :attribute)";

  private final EntityManager entities;
  private final String realm;

  RealmQueries(KeycloakSession session, RealmModel realm) {
    this.entities = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    this.realm = realm.getId();
  }

  /** Client ids of enabled clients of which one of the attributes has the value. */
  List<String> clients(List<String> attributes, String value) {
    return ask(CLIENTS, String.class)
        .setParameter("names", attributes)
        .setParameter("value", value)
        .getResultList();
  }

  /**
   * Ids of users who have one of the names, here or in the catalog.
   *
   * @param endings what else a name may end with
   */
  List<String> named(Collection<String> names, List<String> endings) {
    return Stream.concat(
            named(NAMED, "u.username", names, endings).stream(),
            named(NAMED_IN_CATALOG, "a.value", names, endings).stream())
        .distinct()
        .toList();
  }

  private List<String> named(
      String select, String place, Collection<String> names, List<String> endings) {
    String more =
        IntStream.range(0, endings.size())
            .mapToObj(i -> " or " + place + " like :ending" + i + " escape '!'")
            .collect(Collectors.joining());
    TypedQuery<String> query =
        ask(String.format(select, more), String.class).setParameter("names", names);
    IntStream.range(0, endings.size())
        .forEach(i -> query.setParameter("ending" + i, like(endings.get(i))));
    return query.getResultList();
  }

  private static String like(String ending) {
    return "%" + ending.replaceAll("[!_%]", "!$0");
  }

  /** Two users each who have the same value of an attribute, as their ids. */
  List<String> sharing(String attribute) {
    List<String> values =
        entities
            .createQuery(TWICE, String.class)
            .setParameter("attribute", attribute)
            .setMaxResults(MOST)
            .getResultList();
    if (values.isEmpty()) {
      return List.of();
    }
    List<String> found =
        pairs(
            ask(String.format(SHARING, " and a.value in (:values)"), Object[].class)
                .setParameter("attribute", attribute)
                .setParameter("values", values));
    // They may all be of another realm, and hide those of this one.
    return found.isEmpty() && values.size() == MOST
        ? pairs(
            ask(String.format(SHARING, ""), Object[].class).setParameter("attribute", attribute))
        : found;
  }

  /** Users without a name in the catalog who go by one that somebody else has, and those. */
  List<String> borrowing() {
    Map<String, String> locals = new HashMap<>();
    ask(LOCAL, Object[].class)
        .setParameter("attribute", UserAttribute.CATALOG_USERNAME)
        .setMaxResults(MOST_LOCAL)
        .getResultList()
        .forEach(user -> locals.put(String.valueOf(user[1]), String.valueOf(user[0])));
    if (locals.isEmpty()) {
      return List.of();
    }
    if (locals.size() == MOST_LOCAL) {
      return pairs(
          ask(BORROWING, Object[].class).setParameter("attribute", UserAttribute.CATALOG_USERNAME));
    }
    return ask(OWNERS, Object[].class)
        .setParameter("attribute", UserAttribute.CATALOG_USERNAME)
        .setParameter("names", locals.keySet())
        .getResultList()
        .stream()
        .map(owner -> pair(locals.get(String.valueOf(owner[0])), owner[1]))
        .toList();
  }

  private static List<String> pairs(TypedQuery<Object[]> query) {
    return query.getResultList().stream().map(found -> pair(found[0], found[1])).toList();
  }

  private static String pair(@Nullable Object one, @Nullable Object other) {
    return String.join(
        " and ", Stream.of(String.valueOf(one), String.valueOf(other)).sorted().toList());
  }

  private <T> TypedQuery<T> ask(String query, Class<T> type) {
    return entities.createQuery(query, type).setParameter("realm", realm).setMaxResults(MOST);
  }
}
