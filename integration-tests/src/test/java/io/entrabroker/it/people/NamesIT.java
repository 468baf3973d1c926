package io.entrabroker.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.PeopleTest;
import io.entrabroker.it.Someone;
import io.entrabroker.simulator.directory.UserChange;
import org.junit.jupiter.api.Test;

/** Names in the catalog: one person each, for life. */
@CleanLog
class NamesIT extends PeopleTest {

  private static final String OTHER_DOMAIN = "contoso.onmicrosoft.example";

  @Test
  void whoeverComesSecondWithANameIsRefused() {
    Someone nora = new Someone("Nora");
    Someone nils = namesakeOf(nora, "Nils");
    trialWith();
    tokenOf(nora);

    assertRefused(nils, "ENTRA4104");
    assertThat(realm.users()).hasSize(1);
    assertThat(nameOf(nora)).isEqualTo(nora.name());
  }

  @Test
  void aSuffixKeepsTwoPeopleApartForLife() {
    Someone nina = new Someone("Nina");
    Someone niels = namesakeOf(nina, "Niels");
    trialWith("catalogVersion", "2.0", "nameCollision", "suffix");
    assertThat(nameOf(nina)).isEqualTo(nina.name());
    String suffixed = nameOf(niels);

    assertThat(suffixed).matches(nina.name().replace(".", "\\.") + "-[a-z0-9]+");
    assertThat(realm.findings()).containsExactly("ENTRA5003");
    assertThat(nameOf(niels)).isEqualTo(suffixed);
    assertThat(nameOf(nina)).isEqualTo(nina.name());
  }

  @Test
  void aSuffixIsTheSameAfterTheUserWasDeleted() {
    Someone nadia = new Someone("Nadia");
    Someone nico = namesakeOf(nadia, "Nico");
    trialWith("catalogVersion", "2.0", "nameCollision", "suffix");
    nameOf(nadia);
    String suffixed = nameOf(nico);
    realm.forgetPeople();

    assertThat(nameOf(nico)).isEqualTo(suffixed).isNotEqualTo(nadia.name());
  }

  @Test
  void theNameOfADeletedUserIsGivenToNobodyElse() {
    Someone nate = new Someone("Nate");
    entra(nate.arrives());
    trialWith();
    nameOf(nate);
    realm.forgetPeople();
    String successor = new Someone("Successor of Nate").objectId();
    entra(UserChange.recreate(nate.objectId(), successor));
    assertRefused(nate, "ENTRA4104");
    assertThat(realm.users()).isEmpty();

    entra(UserChange.recreate(successor, nate.objectId()));
    assertThat(nameOf(nate)).isEqualTo(nate.name());
  }

  @Test
  void theCatalogsOwnNamesAreReserved() {
    Someone nero = new Someone("Nero");
    entra(nero.arrives(), nero.hasMail("admin@contoso.example"));
    trialWith();
    assertRefused(nero, "ENTRA4103");

    entra(nero.hasMail("Ingestion-Bot@contoso.example"));
    assertRefused(nero, "ENTRA4103");
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void aReservedNameIsTheOneAccountsItIsBoundTo() {
    Someone norman = new Someone("Norman");
    Someone nelly = namesakeOf(norman, "Nelly");
    trialWith(
        "reservedNames", "admin, *-bot, " + norman.name(),
        "nameOwners", norman.name() + " = " + norman.key());

    assertRefused(nelly, "ENTRA4103");
    assertThat(nameOf(norman)).isEqualTo(norman.name());
  }

  @Test
  void anAdministratorsNameIsTheOneAccountsItIsBoundTo() {
    Someone norbert = new Someone("Norbert");
    entra(norbert.arrives(), norbert.hasMail("admin@contoso.example"));
    trialWith("nameOwners", "admin = " + norbert.key());

    assertThat(nameOf(norbert)).isEqualTo("admin");
  }

  private Someone namesakeOf(Someone someone, String given) {
    Someone namesake = new Someone(given);
    entra(someone.arrives(), namesake.arrives(), namesake.hasMail(someone.addressAt(OTHER_DOMAIN)));
    return namesake;
  }

  // Asked of the realm: this catalog is older than suffixes, and has an administrator of its own.
  private String nameOf(Someone someone) {
    JsonNode claims = claimsOfTheRealm(someone);
    return claims.get("preferred_username").asText();
  }
}
