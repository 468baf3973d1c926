package io.entrabroker.settings;

import static io.entrabroker.settings.Configs.problem;
import static io.entrabroker.settings.Configs.problems;
import static io.entrabroker.settings.Configs.settings;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantPolicy.AnyOrganisation;
import io.entrabroker.tenant.TenantPolicy.SingleTenant;
import io.entrabroker.tenant.TenantPolicy.TenantList;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsSettingsTest {

  private static final String FABRIKAM = "11111111-2222-4333-8444-555555555555";
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String GROUP = "22222222-3333-4444-8555-666666666666";

  @Test
  void oneTenantNeedsNoList() {
    assertThat(settings().connection().policy()).isEqualTo(new SingleTenant(id(Configs.TENANT)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "organizations",
        "common",
        "Organizations",
        "https://login.microsoftonline.com/organizations",
        "https://login.microsoftonline.us/common/v2.0"
      })
  void anAliasAdmitsTheTenantsThatAreListed(String authority) {
    assertThat(
            settings("authority", authority, "tenants", Configs.TENANT + ", " + FABRIKAM)
                .connection()
                .policy())
        .isEqualTo(new TenantList(Set.of(id(Configs.TENANT), id(FABRIKAM))));
  }

  @Test
  void anAliasWithoutAListIsNotComplete() {
    assertThat(problems("authority", "organizations"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo("tenants");
              assertThat(problem.kind()).isEqualTo(SettingsProblem.Kind.MISSING);
              assertThat(problem.text()).contains("list the ids");
            });
  }

  @Test
  void aListBesideOneTenantIsRefused() {
    assertThat(problem(ConnectionSettings.TENANTS, "tenants", FABRIKAM))
        .contains("Leave Tenants empty, or write organizations");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contoso.com", "all", "*", "common", FABRIKAM + " x", "1-1-1-1-1"})
  void aTenantIsNamedByItsIdOnly(String tenants) {
    assertThat(
            problems("authority", "organizations", "tenants", tenants).stream()
                .map(SettingsProblem::text))
        .anySatisfy(text -> assertThat(text).contains("is no tenant id: write ids"));
  }

  @Test
  void anyOrganisationNeedsGroupsAsItsGate() {
    String[] any = {"authority", "organizations", "tenants", "any"};

    assertThat(problem(GroupSettings.ACCESS_GATE, any))
        .contains("anybody can have an organisation");
    assertThat(
            problem(
                GroupSettings.ACCESS_GATE,
                with(any, "accessGate", "mapped-role", "appRoles", "A = B")))
        .contains("give any app role to themselves");
    assertThat(settings(with(any, "accessGate", GROUP)).connection().policy())
        .isEqualTo(new AnyOrganisation(Set.of()));
  }

  @Test
  void personalAccountsHaveToBeNamedAndAdmittedAndToPassAGate() {
    String[] named = {"authority", "common", "tenants", Configs.TENANT + "," + PERSONAL};

    assertThat(problems(named))
        .extracting(SettingsProblem::key)
        .containsExactly("personalAccounts", GroupSettings.ACCESS_GATE.key());
    assertThat(
            settings(
                    with(
                        named,
                        "personalAccounts",
                        "admit",
                        "accessGate",
                        "mapped-role",
                        "appRoles",
                        "A = B"))
                .connection()
                .policy()
                .admits(TenantId.PERSONAL_ACCOUNTS))
        .isTrue();
  }

  @Test
  void nobodyWithAPersonalAccountGetsToTheAliasOfOrganisations() {
    assertThat(
            problem(
                ConnectionSettings.TENANTS,
                "authority",
                "organizations",
                "tenants",
                PERSONAL,
                "personalAccounts",
                "admit",
                "accessGate",
                "mapped-role",
                "appRoles",
                "A = B"))
        .contains("Write common");
  }

  @Test
  void withSeveralTenantsEachMailDomainBelongsToOne() {
    String[] two = {"authority", "organizations", "tenants", Configs.TENANT + "," + FABRIKAM};

    assertThat(problem(PeopleSettings.MAIL_DOMAINS, with(two, "mailDomains", "contoso.com")))
        .contains("Write domain=tenant id");
    assertThat(
            problem(
                PeopleSettings.MAIL_DOMAINS,
                with(two, "mailDomains", "contoso.com=" + FABRIKAM + ", contoso.com")))
        .contains("Write domain=tenant id");
    assertThat(problem(PeopleSettings.MAIL_DOMAINS, with(two, "mailDomains", "contoso.com=me")))
        .contains("is no tenant id");
    assertThat(
            settings(with(two, "mailDomains", "contoso.com = " + FABRIKAM))
                .people()
                .rules()
                .mailDomains()
                .owners())
        .containsOnlyKeys("contoso.com")
        .containsValue(Set.of(id(FABRIKAM)));
  }

  private static String[] with(String[] config, String... more) {
    String[] all = Arrays.copyOf(config, config.length + more.length);
    System.arraycopy(more, 0, all, config.length, more.length);
    return all;
  }

  private static TenantId id(String text) {
    return TenantId.parse(text).orElseThrow();
  }
}
