package io.entrabroker.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.tenant.TenantPolicy.AnyOrganisation;
import io.entrabroker.tenant.TenantPolicy.SingleTenant;
import io.entrabroker.tenant.TenantPolicy.TenantList;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantPolicyTest {

  private static final TenantId CONTOSO = new TenantId(new UUID(1, 1));
  private static final TenantId FABRIKAM = new TenantId(new UUID(2, 2));
  private static final TenantId STRANGERS = new TenantId(new UUID(3, 3));

  @Test
  void oneTenantAdmitsItsOwnPeople() {
    TenantPolicy policy = new SingleTenant(CONTOSO);

    assertThat(policy.admits(CONTOSO)).isTrue();
    assertThat(policy.admits(FABRIKAM)).isFalse();
    assertThat(policy.admits(TenantId.PERSONAL_ACCOUNTS)).isFalse();
  }

  @Test
  void aListAdmitsWhomItNames() {
    TenantPolicy policy = new TenantList(Set.of(CONTOSO, FABRIKAM));

    assertThat(policy.admits(CONTOSO)).isTrue();
    assertThat(policy.admits(FABRIKAM)).isTrue();
    assertThat(policy.admits(STRANGERS)).isFalse();
    assertThat(policy.admits(TenantId.PERSONAL_ACCOUNTS)).isFalse();
  }

  @Test
  void anEmptyListAdmitsNobody() {
    assertThat(TenantPolicy.nobody().admits(CONTOSO)).isFalse();
    assertThat(TenantPolicy.nobody().admits(TenantId.PERSONAL_ACCOUNTS)).isFalse();
  }

  @Test
  void anyOrganisationDoesNotMeanPersonalAccountsUnlessTheyAreNamed() {
    assertThat(new AnyOrganisation(Set.of()).admits(STRANGERS)).isTrue();
    assertThat(new AnyOrganisation(Set.of()).admits(TenantId.PERSONAL_ACCOUNTS)).isFalse();
    assertThat(
            new AnyOrganisation(Set.of(TenantId.PERSONAL_ACCOUNTS))
                .admits(TenantId.PERSONAL_ACCOUNTS))
        .isTrue();
  }

  @Test
  void anAuthorityOfOneTenantSaysAllWhateverElseIsConfigured() {
    Authority one = authority(CONTOSO.toString());

    assertThat(one.policy(DomainPin.none(), new AnyOrganisation(Set.of())))
        .isEqualTo(new SingleTenant(CONTOSO));
  }

  @Test
  void aDomainThatIsNotPinnedYetAdmitsNobody() {
    TenantPolicy any = new AnyOrganisation(Set.of());

    assertThat(authority("contoso.com").policy(DomainPin.none(), any))
        .isEqualTo(TenantPolicy.nobody());
    assertThat(authority("contoso.com").policy(DomainPin.of("contoso.com", CONTOSO), any))
        .isEqualTo(new SingleTenant(CONTOSO));
  }

  @Test
  void consumersIsTheTenantOfPersonalAccounts() {
    assertThat(authority("https://login.microsoftonline.com/Consumers/v2.0").tenant())
        .isEqualTo(new TenantName.ById(TenantId.PERSONAL_ACCOUNTS));
  }

  private static Authority authority(String text) {
    return Authority.parse(text, LoginHosts.microsoftOnly()).asOptional().orElseThrow();
  }
}
