package io.entrabroker.keycloak.idp;

import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupSource;
import java.util.Set;
import java.util.function.Supplier;

/** Prepares to ask for groups when somebody does: most sign-ins need no answer. */
record LateGroups(Supplier<GroupSource> source) implements GroupSource {

  @Override
  public GroupMembership find(GroupNeeds needs) {
    return source.get().find(needs);
  }

  @Override
  public GroupMembership complete(GroupNeeds needs, Set<GroupId> members) {
    return source.get().complete(needs, members);
  }
}
