package io.entrabroker.it.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.simulator.directory.ApplicationChange;
import org.junit.jupiter.api.Test;

/** A new provider beside the old one takes the old one's links over, person by person. */
@CleanLog
class NewAliasIT extends MigrationTest {

  private static final String NEW_APP = "b7a1c2d3-0009-4a4a-9b9b-c0ffee000009";

  @Test
  void peopleOfTheMicrosoftProviderAreFoundByTheirObjectId() {
    Someone nina = new Someone("Nina");
    entra(nina.arrives());
    microsoftAt(BEFORE);
    String id = userOf(nina.name(), nina.address());
    link(id, BEFORE, nina.objectId());
    trialWith("previousAlias", BEFORE);

    assertIs(id, nina, tokenOf(nina));
    assertThat(realm.findings()).containsExactly("ENTRA5005");
    assertThat(logged("ENTRA5005 ")).hasSize(1);
  }

  @Test
  void peopleOfTheOpenIdConnectProviderAreFoundByTheirSubject() {
    Someone nils = new Someone("Nils");
    entra(nils.arrives(), redirectUriOf(BEFORE));
    openIdConnectAt(BEFORE);
    JsonNode before = catalogUser(tokenByOpenIdConnect(BEFORE, nils));
    String id = userId(nils);
    trialWith("previousAlias", BEFORE);
    String token = tokenOf(nils);
    JsonNode after = catalogUser(token);

    assertIs(id, nils, token);
    assertThat(realm.findings()).containsExactly("ENTRA5005");
    assertThat(after.get("name")).isEqualTo(before.get("name"));
    assertThat(after.get("email")).isEqualTo(before.get("email"));
  }

  @Test
  void aLinkIsTakenOverOnce() {
    Someone nora = new Someone("Nora");
    entra(nora.arrives());
    microsoftAt(BEFORE);
    String id = userOf(nora.name(), nora.address());
    link(id, BEFORE, nora.objectId());
    trialWith("previousAlias", BEFORE);
    tokenOf(nora);
    realm.forgetEvents();

    assertIs(id, nora, tokenOf(nora));
    assertThat(realm.findings()).isEmpty();
  }

  @Test
  void withoutThePreviousAliasNothingIsTakenOver() {
    Someone noel = new Someone("Noel");
    entra(noel.arrives());
    microsoftAt(BEFORE);
    String id = userOf(noel.name(), noel.address());
    link(id, BEFORE, noel.objectId());
    trialWith();

    assertRefused(noel, "ENTRA4102");
    assertThat(realm.links(id).get(0).get("identityProvider").asText()).isEqualTo(BEFORE);
  }

  @Test
  void whoIsKeptOutKeepsTheOldLink() {
    Someone nell = new Someone("Nell");
    entra(nell.arrives());
    microsoftAt(BEFORE);
    String id = userOf(nell.name(), nell.address());
    link(id, BEFORE, nell.objectId());
    trialWith("previousAlias", BEFORE, "accessGate", "97009500-0000-4000-8000-000000000001");

    assertRefused(nell, "ENTRA4201");
    assertThat(realm.links(id)).hasSize(1);
    assertThat(realm.links(id).get(0).get("identityProvider").asText()).isEqualTo(BEFORE);
  }

  @Test
  void anAppThatIsRegisteredAgainKeepsEverybody() {
    Someone nika = new Someone("Nika");
    entra(nika.arrives());
    trialWith();
    String tokenBefore = tokenOf(nika);
    JsonNode before = catalogUser(tokenBefore);
    String id = userId(nika);
    entra(ApplicationChange.registerAgain(Upstreams.WEB_APP, NEW_APP));
    changeTrial("clientId", NEW_APP);
    String token = tokenOf(nika);

    assertIs(id, nika, token);
    assertThat(catalogUser(token)).isEqualTo(before);
    assertThat(realm.users()).hasSize(1);
  }

  @Test
  void theOpenIdConnectProviderKnowsNobodyOnceTheAppIsRegisteredAgain() {
    Someone nuno = new Someone("Nuno");
    entra(nuno.arrives());
    String before = subjectOf(nuno);
    entra(ApplicationChange.registerAgain(Upstreams.WEB_APP, NEW_APP));

    openIdConnectAt(TRIAL, NEW_APP, stack.authority());
    mapper(TRIAL, "oidc-username-idp-mapper", USERNAME);
    tokenByOpenIdConnect(TRIAL, nuno);

    assertThat(realm.links(userId(nuno)).get(0).get("userId").asText()).isNotEqualTo(before);
  }
}
