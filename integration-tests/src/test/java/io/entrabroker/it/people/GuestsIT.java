package io.entrabroker.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.simulator.tokens.Tampering;
import org.junit.jupiter.api.Test;

/** Guests of the tenant, whose address is whatever their own side says. */
@CleanLog
class GuestsIT extends PeopleTest {

  private static final String PARTNER = "partner.example";

  @Test
  void aGuestIsRefused() {
    Someone gary = new Someone("Gary");
    entra(gary.arrives(), gary.isGuest(), gary.isVouchedFor());
    trialWith();

    assertRefused(gary, "ENTRA4002");
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void aGuestIsAdmittedWithAnAddressThatIsVouchedFor() {
    Someone greta = new Someone("Greta");
    entra(
        greta.arrives(),
        greta.isGuest(),
        greta.hasMail(greta.addressAt(PARTNER)),
        greta.isVouchedFor());
    trialWith("guests", "admit");

    assertThat(Json.claims(tokenOf(greta)).get("email").asText())
        .isEqualTo(greta.addressAt(PARTNER));
  }

  @Test
  void aGuestWhomNobodyVouchesForIsRefused() {
    Someone gus = new Someone("Gus");
    entra(gus.arrives(), gus.isGuest(), gus.hasMail(gus.addressAt(PARTNER)), gus.isNotVouchedFor());
    trialWith("guests", "admit");

    assertRefused(gus, "ENTRA4007");
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void aGuestWithAnAddressOfOursIsNotWhomTheAddressNames() {
    Someone victim = new Someone("Gwen");
    Someone attacker = attackerWithAddressOf(victim);
    trialWith("guests", "admit");

    assertRefused(attacker, "ENTRA4007");
    assertThat(realm.users()).isEmpty();
    assertThat(Json.claims(tokenOf(victim)).get("preferred_username").asText())
        .isEqualTo(victim.name());
  }

  @Test
  void aGuestWithAnAddressOfOursIsNotJoinedWithTheLocalAccount() {
    Someone victim = new Someone("Glenda");
    Someone attacker = attackerWithAddressOf(victim);
    entra(attacker.isVouchedFor());
    String local = realm.createUser(LocalUsers.proven("somebody", victim.address()));
    trialWith("guests", "admit", "existingAccount", "link");

    assertRefused(attacker, "ENTRA4102");
    assertThat(realm.links(local)).isEmpty();
  }

  // What keeps the attacker out is that guests' addresses are not believed for their domain.
  @Test
  void ifTheGuestCountedAsAMemberTheAttackerWouldHaveTheName() {
    Someone victim = new Someone("Gloria");
    Someone attacker = attackerWithAddressOf(victim);
    trialWith("guests", "admit");
    stack.simulator().tamperWithNextIdToken(Tampering.with().claim("acct", 0));

    assertThat(Json.claims(tokenOf(attacker)).get("preferred_username").asText())
        .isEqualTo(victim.name());
    assertRefused(victim, "ENTRA4102");
  }

  private Someone attackerWithAddressOf(Someone victim) {
    Someone attacker = new Someone("Evil" + victim.given());
    entra(
        victim.arrives(),
        attacker.arrives(),
        attacker.isGuest(),
        attacker.hasMail(victim.address()),
        attacker.isNotVouchedFor());
    return attacker;
  }
}
