package io.entrabroker.user;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds links that Keycloak's own providers made: the {@code microsoft} provider links by object
 * id, the generic OpenID Connect provider by {@code sub}.
 */
public sealed interface LegacyLink {

  /** There is no older link. */
  record None() implements LegacyLink {}

  /**
   * There is one.
   *
   * @param id the id under which it is: the object id if there is such a link, else the subject
   */
  record Found(String id) implements LegacyLink {}

  /** The ids lead to different users: nobody can say which of them the person is. */
  record Ambiguous() implements LegacyLink {}

  /**
   * Looks for the links of a person.
   *
   * @param user the person
   * @param linkedUser gives the id of the user who is linked to a federated id
   */
  static LegacyLink find(EntraUser user, Function<String, Optional<String>> linkedUser) {
    String byObjectId = user.key().objectId().toString();
    Optional<String> current = linkedUser.apply(user.key().toString());
    Optional<String> objectIdLink = linkedUser.apply(byObjectId);
    Optional<String> subjectLink = linkedUser.apply(user.subject());
    Set<String> users =
        Stream.of(current, objectIdLink, subjectLink)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    if (users.size() > 1) {
      return new Ambiguous();
    }
    if (objectIdLink.isPresent()) {
      return new Found(byObjectId);
    }
    return subjectLink.isPresent() ? new Found(user.subject()) : new None();
  }
}
