package io.entrabroker.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a token says about the groups of a person. Nothing odd is ever taken for "no groups".
 *
 * <p>Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference#groups-overage-claim">Groups
 * overage claim</a>.
 */
public sealed interface GroupsClaim {

  /**
   * The groups stand in the token: all of those that the app registration's manifest asks for.
   *
   * @param ids the groups' object ids; may be empty
   */
  record Inline(Set<GroupId> ids) implements GroupsClaim {
    public Inline {
      ids = Set.copyOf(ids);
    }
  }

  /**
   * The person is in more groups than fit into a token (200; 5 in one from the authorization
   * endpoint). The address that {@code _claim_sources} names is never read: it is a retired service
   * of Microsoft's, and whoever followed it would send an access token to wherever a token says.
   */
  record Overage() implements GroupsClaim {}

  /** The token says nothing: no groups, or none were asked for. */
  record NotIssued() implements GroupsClaim {}

  /** Some value is no object id: the manifest asks for names, which decide nothing here. */
  record NotIds() implements GroupsClaim {}

  /** Reads it from claim values by name, as parsed from JSON. */
  static GroupsClaim in(Map<String, Object> claims) {
    if (isElsewhere(claims)) {
      return new Overage();
    }
    if (!claims.containsKey(ClaimName.GROUPS)) {
      return new NotIssued();
    }
    Object groups = claims.get(ClaimName.GROUPS);
    return ids(groups instanceof String one ? List.of(one) : groups);
  }

  private static GroupsClaim ids(Object groups) {
    if (!(groups instanceof List<?> values)) {
      return new NotIds();
    }
    Set<GroupId> ids = new HashSet<>();
    for (Object value : values) {
      Optional<GroupId> id = value instanceof String text ? GroupId.parse(text) : Optional.empty();
      if (id.isEmpty()) {
        return new NotIds();
      }
      ids.add(id.get());
    }
    return new Inline(ids);
  }

  // A mark of an unknown shape counts: the worst that follows is a question to Microsoft Graph.
  private static boolean isElsewhere(Map<String, Object> claims) {
    boolean distributed =
        claims.containsKey(ClaimName.DISTRIBUTED_CLAIMS)
            && !(claims.get(ClaimName.DISTRIBUTED_CLAIMS) instanceof Map<?, ?> names
                && !names.containsKey(ClaimName.GROUPS));
    boolean marked =
        claims.containsKey(ClaimName.HAS_GROUPS) && !saysNo(claims.get(ClaimName.HAS_GROUPS));
    return distributed || marked;
  }

  private static boolean saysNo(Object mark) {
    String text = String.valueOf(mark).toLowerCase(Locale.ROOT);
    return text.equals("false") || text.equals("0");
  }
}
