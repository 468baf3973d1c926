package io.entrabroker.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The delegated permissions that an access token carries, as the token endpoint listed them ({@code
 * scope}, RFC 6749, section 5.1).
 *
 * @param names without the resource in front, lower case; empty if nothing was said
 */
public record GrantedScopes(Set<String> names) {

  // https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups: permissions.
  private static final Set<String> LIST_GROUPS =
      Set.of(
          "groupmember.read.all",
          "groupmember.readwrite.all",
          "group.read.all",
          "group.readwrite.all",
          "directory.read.all",
          "directory.readwrite.all");

  public GrantedScopes {
    names = Set.copyOf(names);
  }

  /** Reads scopes separated by spaces, with or without the resource in front. */
  public static GrantedScopes parse(String text) {
    return new GrantedScopes(
        Arrays.stream(text.split("\\s+", -1))
            .map(scope -> scope.substring(scope.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Nothing was said: any question may be tried. */
  public static GrantedScopes unknown() {
    return new GrantedScopes(Set.of());
  }

  /** Whether it is known that groups cannot be checked or listed with this token. */
  boolean excludeGroups() {
    return !names.isEmpty() && Collections.disjoint(names, LIST_GROUPS);
  }
}
