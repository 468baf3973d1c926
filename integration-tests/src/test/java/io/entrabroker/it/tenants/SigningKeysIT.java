package io.entrabroker.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Microsoft's keys change, and cannot always be read. */
class SigningKeysIT extends PeopleTest {

  @BeforeEach
  void theKeysHaveBeenRead() {
    trialWith();
    assertThat(upstreams.reloadKeys(TRIAL).body().asText()).isEqualTo("true");
  }

  @AfterEach
  void theKeysCanBeReadAgain() {
    stack.simulator().bringKeysBack();
  }

  // Once in a run: what other tests have read holds the next key, but not the one after it.
  @Test
  void aRolloverIsNotNoticed() {
    stack.simulator().rollSigningKeys();

    assertSignsIn();
  }

  @Test
  void whileTheKeyEndpointIsDownPeopleSignInWithTheKeysAtHand() {
    stack.simulator().takeKeysDown();

    assertSignsIn();
    assertThat(upstreams.reloadKeys(TRIAL).body().asText()).isEqualTo("false");
    assertThat(logged("ENTRA5401")).hasSize(1);
    assertSignsIn();
  }

  private void assertSignsIn() {
    try (Person person = Person.with(stack)) {
      tokenAt(person.signsIn(TRIAL, "ada.lovelace"));
    }
  }
}
