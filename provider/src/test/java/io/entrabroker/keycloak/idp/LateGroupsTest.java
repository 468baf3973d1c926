package io.entrabroker.keycloak.idp;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.claims.GroupId;
import io.entrabroker.groups.GroupMembership;
import io.entrabroker.groups.GroupMembership.Reason;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupScope;
import io.entrabroker.groups.GroupSource;
import io.entrabroker.groups.NamedGroups;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateGroupsTest {

  private static final GroupId TEAM =
      new GroupId(UUID.fromString("97009590-0000-4000-8000-000000000001"));
  private static final GroupNeeds NEEDS =
      new GroupNeeds(Set.of(TEAM), new NamedGroups.None(), Set.of(), Set.of(), GroupScope.ALL);

  private final AtomicInteger prepared = new AtomicInteger();

  @Test
  void nothingIsPreparedForASignInThatAsksNothing() {
    late(GroupSource.silent(Reason.TOO_SLOW));

    assertThat(prepared).hasValue(0);
  }

  @Test
  void whatIsAskedIsPassedOnAndSoIsTheAnswer() {
    GroupMembership found = new GroupMembership.Unknown(Reason.GRAPH_DOWN);
    GroupMembership completed = new GroupMembership.Unknown(Reason.ODD_ANSWER);
    LateGroups groups =
        late(
            new GroupSource() {
              @Override
              public GroupMembership find(GroupNeeds needs) {
                assertThat(needs).isSameAs(NEEDS);
                return found;
              }

              @Override
              public GroupMembership complete(GroupNeeds needs, Set<GroupId> members) {
                assertThat(needs).isSameAs(NEEDS);
                assertThat(members).containsExactly(TEAM);
                return completed;
              }
            });

    assertThat(groups.find(NEEDS)).isSameAs(found);
    assertThat(groups.complete(NEEDS, Set.of(TEAM))).isSameAs(completed);
    assertThat(prepared).hasValue(2);
  }

  private LateGroups late(GroupSource source) {
    return new LateGroups(
        () -> {
          prepared.incrementAndGet();
          return source;
        });
  }
}
