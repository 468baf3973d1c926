package io.entrabroker.user;

import static io.entrabroker.user.LocalAccount.Trait.ADMINISTERS;
import static io.entrabroker.user.LocalAccount.Trait.EMAIL_VERIFIED;
import static io.entrabroker.user.LocalAccount.Trait.ENABLED;
import static io.entrabroker.user.LocalAccount.Trait.HAS_ENTRA_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LocalAccountTest {

  private static final LocalAccount PROVEN = new LocalAccount(Set.of(ENABLED, EMAIL_VERIFIED));

  @Test
  void aProvenAccountIsLinkedToAMemberWhoseAddressIsBelieved() {
    assertThat(PROVEN.mayBeLinkedTo(Claims.ofAda().known(), ExistingAccount.LINK)).isTrue();
  }

  @Test
  void nothingIsLinkedUnlessTheAdministratorWantsIt() {
    assertThat(PROVEN.mayBeLinkedTo(Claims.ofAda().known(), ExistingAccount.REFUSE)).isFalse();
  }

  @Test
  void anAddressThatIsNotBelievedLinksNothing() {
    EntraUser stranger = Claims.ofAda().with("email", "ada@elsewhere.example").known();
    EntraUser nobody = Claims.ofAda().without("email").known();

    assertThat(PROVEN.mayBeLinkedTo(stranger, ExistingAccount.LINK)).isFalse();
    assertThat(PROVEN.mayBeLinkedTo(nobody, ExistingAccount.LINK)).isFalse();
  }

  @Test
  void guestsAndPersonalAccountsAreNeverLinked() {
    EntraUser guest = Claims.ofAda().with("acct", 1).with("xms_edov", true).known();
    EntraUser personal =
        Claims.ofAda()
            .with("tid", "9188040d-6c67-4c5b-b112-36a304b66dad")
            .with("xms_edov", true)
            .known();

    assertThat(PROVEN.mayBeLinkedTo(guest, ExistingAccount.LINK)).isFalse();
    assertThat(PROVEN.mayBeLinkedTo(personal, ExistingAccount.LINK)).isFalse();
  }

  @Test
  void anAccountInDoubtIsLinkedToNobody() {
    for (Set<LocalAccount.Trait> traits :
        Set.of(
            Set.of(ENABLED),
            Set.of(EMAIL_VERIFIED),
            Set.of(ENABLED, EMAIL_VERIFIED, HAS_ENTRA_ACCOUNT),
            Set.of(ENABLED, EMAIL_VERIFIED, ADMINISTERS))) {
      assertThat(
              new LocalAccount(traits).mayBeLinkedTo(Claims.ofAda().known(), ExistingAccount.LINK))
          .as("%s", traits)
          .isFalse();
    }
  }
}
