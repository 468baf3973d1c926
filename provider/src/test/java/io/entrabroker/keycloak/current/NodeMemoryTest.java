package io.entrabroker.keycloak.current;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.clientauth.Secret;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.groups.GroupNeeds;
import io.entrabroker.groups.GroupScope;
import io.entrabroker.groups.NamedGroups;
import io.entrabroker.keycloak.refresh.Keeping;
import io.entrabroker.keycloak.refresh.KeptToken;
import io.entrabroker.keycloak.refresh.Sealed;
import io.entrabroker.refresh.RefreshSchedule;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeMemoryTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
  private static final Duration HOUR = Duration.ofHours(1);

  private final NodeMemory memory = new NodeMemory();
  private final List<Finding> said = new ArrayList<>();

  @Test
  void theSameIsSaidOfAProviderOnceAnHour() {
    says(Finding.REFRESH_FAILED, "one", NOW);
    says(Finding.REFRESH_FAILED, "one", NOW.plus(HOUR).minusSeconds(1));
    assertThat(said).hasSize(1);
    says(Finding.REFRESH_FAILED, "one", NOW.plus(HOUR));
    says(Finding.REFRESH_FAILED, "another", NOW.plus(HOUR));

    assertThat(said).hasSize(3);
  }

  @Test
  void oneAlertHidesNoOther() {
    says(Finding.REFRESH_NOT_TRUSTED, "one", NOW);
    says(Finding.MEMBERSHIP_UNKNOWN, "one", NOW);
    says(Finding.REFRESH_FAILED, "one", NOW);

    assertThat(said)
        .containsExactly(
            Finding.REFRESH_NOT_TRUSTED, Finding.MEMBERSHIP_UNKNOWN, Finding.REFRESH_FAILED);
  }

  private void says(Finding finding, String provider, Instant at) {
    memory.once(attempt(provider), finding, at, () -> said.add(finding));
  }

  private static Attempt attempt(String provider) {
    Keeping keeping =
        new Keeping("realm", provider, "t:o", "app", "", URI.create("https://sso.example/"), 60);
    return new Attempt(
        new KeptToken("session", keeping, new Sealed("key", "text"), 0),
        "claim",
        "entra",
        new Secret("token"),
        new GroupNeeds(
            Set.of(), new NamedGroups.None(), Set.of(), Set.of(), GroupScope.values()[0]),
        new RefreshSchedule(HOUR));
  }
}
