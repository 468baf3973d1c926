package io.entrabroker.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.signin.AddressProof;
import io.entrabroker.signin.KnownAs;
import io.entrabroker.signin.Rejection;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.AccountKind;
import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.EmailReading;
import io.entrabroker.user.EmailTrust;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.IdentityKey;
import io.entrabroker.user.LocalAccount;
import io.entrabroker.user.LocalAccount.Trait;
import io.entrabroker.user.PersonName;
import io.entrabroker.user.StoredPerson;
import io.entrabroker.user.StoredPerson.Verification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamesakeTest {

  private static final EmailAddress ADDRESS =
      EmailAddress.parse("ada@contoso.example").orElseThrow();
  private static final EntraUser ADA =
      new EntraUser(
          new IdentityKey(new TenantId(new UUID(0, 1)), new UUID(0, 2)),
          "sub",
          "",
          AccountKind.MEMBER,
          new EmailReading.Found(ADDRESS, EmailTrust.LISTED_DOMAIN),
          new PersonName("Ada", ""),
          "");
  private static final StoredPerson STORED =
      new StoredPerson("a.lovelace", ADDRESS.text(), Verification.PROVEN, "", "");
  private static final LocalAccount PROVEN =
      new LocalAccount(Set.of(Trait.ENABLED, Trait.EMAIL_VERIFIED));

  @Test
  void whoeverMayBeLinkedIsKnownAsTheLocalUser() {
    assertThat(policy("link").ofNamesake(ADA, PROVEN, STORED))
        .isEqualTo(
            new KnownAs.ToBeGiven(List.of("a.lovelace"), ADDRESS, AddressProof.HELD, Set.of()));
  }

  @Test
  void whoeverMayNotIsRefused() {
    KnownAs refused = new KnownAs.Refused(Rejection.ACCOUNT_EXISTS);
    LocalAccount unproven = new LocalAccount(Set.of(Trait.ENABLED));

    assertThat(policy("refuse").ofNamesake(ADA, PROVEN, STORED)).isEqualTo(refused);
    assertThat(policy("link").ofNamesake(ADA, unproven, STORED)).isEqualTo(refused);
  }

  private static PeoplePolicy policy(String existing) {
    return Configs.settings("existingAccount", existing).people();
  }
}
