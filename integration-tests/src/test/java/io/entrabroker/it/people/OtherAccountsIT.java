package io.entrabroker.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.simulator.tokens.Tampering;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts that are no work accounts: personal ones, and applications. */
@CleanLog
class OtherAccountsIT extends PeopleTest {

  private static final List<String> MAPPED = List.of("Personal");
  private static final String PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String LOUISE = "louise";
  private static final String ADAS_PRIVATE_ACCOUNT = "ada.personal";

  @Test
  void aPersonalAccountIsRefused() {
    stack.everybody();
    personalAccountsAre("refuse");

    assertRefused(LOUISE, "ENTRA4004");
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void aPersonalAccountComesInWhereSwitchedOnAndVouchedFor() {
    stack.everybody();
    personalAccountsAre("admit");
    stack
        .simulator()
        .tamperWithNextIdToken(Tampering.with().claim("xms_edov", true).claim("roles", MAPPED));

    assertThat(Json.claims(tokenOf(LOUISE)).get("email").asText())
        .isEqualTo("louise@outlook.example");
  }

  @Test
  void aPersonalAccountWhomNobodyVouchesForIsRefused() {
    stack.everybody();
    personalAccountsAre("admit");
    stack
        .simulator()
        .tamperWithNextIdToken(Tampering.with().claim("xms_edov", false).claim("roles", MAPPED));

    assertRefused(LOUISE, "ENTRA4007");
  }

  @Test
  void aPersonalAccountIsNotBelievedAnAddressOfOurs() {
    stack.everybody();
    personalAccountsAre("admit");
    stack
        .simulator()
        .tamperWithNextIdToken(Tampering.with().claim("xms_edov", false).claim("roles", MAPPED));

    assertRefused(ADAS_PRIVATE_ACCOUNT, "ENTRA4007");
    assertThat(realm.users()).isEmpty();
  }

  // Anybody can have such an account: without a gate nothing of the kind is saved.
  private void personalAccountsAre(String admission) {
    trialWith(
        "authority",
        upstreams.authorityOf(PERSONAL_ACCOUNTS),
        "personalAccounts",
        admission,
        "appRoles",
        "Personal = DataConsumer",
        "accessGate",
        "mapped-role");
  }

  @ParameterizedTest
  @MethodSource("tokensOfApplications")
  void anApplicationIsNobodyWhoSignsIn(Tampering tampering) {
    Someone app = new Someone("Appia");
    entra(app.arrives());
    trialWith();
    stack.simulator().tamperWithNextIdToken(tampering);

    assertRefused(app, "ENTRA4005");
    assertThat(realm.users()).isEmpty();
  }

  static Stream<Tampering> tokensOfApplications() {
    return Stream.of(
        Tampering.with().claim("idtyp", "app"),
        Tampering.with().claim("sub", new Someone("Appia").objectId()));
  }
}
