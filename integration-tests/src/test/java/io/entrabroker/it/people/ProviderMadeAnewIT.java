package io.entrabroker.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import org.junit.jupiter.api.Test;

/**
 * An identity provider is deleted, and made anew under its alias. Keycloak's cache of users still
 * knows whose the links were that went with the first one.
 */
@CleanLog
class ProviderMadeAnewIT extends PeopleTest {

  @Test
  void somebodyMadeAnewComesBackAsOftenAsTheyLike() {
    Someone nadja = someoneWhoseLinkIsCached("Nadja");
    String before = userId(nadja);
    upstreams.delete(TRIAL);
    realm.forgetPeople();
    trialWith();
    tokenOf(nadja);
    tokenOf(nadja);
    tokenOf(nadja);

    assertThat(userId(nadja)).isNotEqualTo(before);
    assertOneUserLinkedTo(nadja);
  }

  @Test
  void somebodyWhoseUserWasKeptIsLinkedAgain() {
    Someone nestor = someoneWhoseLinkIsCached("Nestor");
    String before = userId(nestor);
    upstreams.delete(TRIAL);
    assertThat(realm.links(before)).isEmpty();
    trialWith();
    tokenOf(nestor);
    tokenOf(nestor);

    assertThat(userId(nestor)).isEqualTo(before);
    assertOneUserLinkedTo(nestor);
  }

  // The first look-up finds nobody; the second is kept.
  private Someone someoneWhoseLinkIsCached(String given) {
    Someone someone = new Someone(given);
    entra(someone.arrives());
    trialWith();
    tokenOf(someone);
    tokenOf(someone);
    return someone;
  }

  private void assertOneUserLinkedTo(Someone someone) {
    assertThat(realm.users()).hasSize(1);
    JsonNode links = realm.links(userId(someone));
    assertThat(links).hasSize(1);
    assertThat(links.get(0).get("userId").asText()).isEqualTo(someone.key());
  }
}
