package io.entrabroker.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.tokens.Tampering;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People of several tenants, each of whom signs in at home, and of tenants that are not listed. */
@CleanLog
class SeveralTenantsIT extends PeopleTest {

  private static final String FABRIKAM = "fab41ca0-0000-4000-8000-000000000001";
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String DOMAINS =
      "contoso.example=" + Upstreams.TENANT + ", fabrikam.example=" + FABRIKAM;

  @BeforeEach
  void everybodyIsThere() {
    stack.everybody();
  }

  @Test
  void peopleOfTwoTenantsSignInThroughOneProvider() {
    trialAt("organizations", Upstreams.TENANT + ", " + FABRIKAM);
    // A guest of Contoso has the same address, and names are given out for ever.
    stack
        .simulator()
        .tamperWithNextIdToken(Tampering.with().claim("email", "bobby@fabrikam.example"));

    JsonNode bob = Json.claims(tokenOf("bob"));
    JsonNode ada = Json.claims(tokenOf("ada.lovelace"));

    assertThat(bob.get("tid").asText()).isEqualTo(FABRIKAM);
    assertThat(bob.get("email").asText()).isEqualTo("bobby@fabrikam.example");
    assertThat(ada.get("tid").asText()).isEqualTo(Upstreams.TENANT);
  }

  @Test
  void aTenantThatIsNotListedIsRefusedThoughItsPeopleAreGuestsOfOneThatIs() {
    trialAt("organizations", Upstreams.TENANT);

    assertRefused("bob", "ENTRA3007");
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void anAddressOfOneTenantIsNotBelievedOfAMemberOfAnother() {
    trialAt("organizations", Upstreams.TENANT + ", " + FABRIKAM);

    assertRefused("mallory", "ENTRA4007");
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void aPersonalAccountIsRefusedWhereItsTenantIsNotListed() {
    trialAt("common", Upstreams.TENANT + ", " + FABRIKAM, "personalAccounts", "admit");

    assertRefused("louise", "ENTRA3007");
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void aPersonalAccountComesInWhereItsTenantIsListed() {
    trialAt(
        "common",
        Upstreams.TENANT + ", " + PERSONAL,
        "personalAccounts",
        "admit",
        "appRoles",
        "Personal = DataConsumer",
        "accessGate",
        "mapped-role");
    stack
        .simulator()
        .tamperWithNextIdToken(
            Tampering.with().claim("xms_edov", true).claim("roles", List.of("Personal")));

    assertThat(Json.claims(tokenOf("louise")).get("tid").asText()).isEqualTo(PERSONAL);
  }

  @Test
  void aTokenThatClaimsAnotherListedTenantThanItsIssuersIsRefused() {
    trialAt("organizations", Upstreams.TENANT + ", " + FABRIKAM);
    stack.simulator().tamperWithNextIdToken(Tampering.with().claim("tid", Upstreams.TENANT));

    assertRefused("bob", "ENTRA3008");
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void anyOrganisationIsNotSavedWithoutAGateOfGroups() {
    assertThat(
            upstreams
                .tryPost(
                    TRIAL,
                    "entra",
                    Upstreams.with(
                        upstreams.web(),
                        "authority",
                        upstreams.authorityOf("organizations"),
                        "tenants",
                        "any",
                        "mailDomains",
                        null))
                .errorMessage())
        .contains("object ids of groups");
  }

  private void trialAt(String alias, String tenants, String... more) {
    String[] settings =
        new String[] {
          "authority", upstreams.authorityOf(alias), "tenants", tenants, "mailDomains", DOMAINS
        };
    upstreams.postWithMappers(
        TRIAL, Upstreams.with(Upstreams.with(upstreams.web(), settings), more));
  }
}
