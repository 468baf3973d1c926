package io.entrabroker.user;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds links that Keycloak's own providers made: the {@code microsoft} provider links by object
 * id, the generic OpenID Connect provider by {@code sub}. They are found under this provider's
 * alias, where a partial import changed the type of a provider, and under that of a previous one.
 */
public sealed interface LegacyLink {

  /** There is no older link that is needed. */
  record None() implements LegacyLink {}

  /**
   * There is one, and the person has no link of ours yet.
   *
   * @param link where it is
   * @param userId the linked user's id
   */
  record Found(LinkId link, String userId) implements LegacyLink {}

  /** The ids lead to different users: nobody can say which of them the person is. */
  record Ambiguous() implements LegacyLink {}

  /**
   * Looks for the links of a person.
   *
   * @param current the link of ours, which need not exist
   * @param user the person
   * @param previous the provider that came before
   * @param linkedUser gives the id of the user who is linked
   */
  static LegacyLink find(
      LinkId current,
      EntraUser user,
      PreviousProvider previous,
      Function<LinkId, Optional<String>> linkedUser) {
    Stream<LinkId> older =
        Stream.concat(
            Stream.of(user.key().objectId().toString(), user.subject())
                .map(id -> new LinkId(current.alias(), id)),
            previous.linkOf(user).stream());
    Optional<String> ours = linkedUser.apply(current);
    var found =
        older
            .flatMap(link -> linkedUser.apply(link).map(userId -> new Found(link, userId)).stream())
            .toList();
    Set<String> users =
        Stream.concat(ours.stream(), found.stream().map(Found::userId)).collect(Collectors.toSet());
    if (users.size() > 1) {
      return new Ambiguous();
    }
    return ours.isPresent() || found.isEmpty() ? new None() : found.get(0);
  }
}
