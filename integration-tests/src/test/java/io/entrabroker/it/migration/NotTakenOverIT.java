package io.entrabroker.it.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
import io.entrabroker.operations.keycloak.AdminAnswer;
import io.entrabroker.simulator.tokens.Tampering;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Links that say nothing reliable about who somebody is in Entra are left alone. Each is the link
 * that the person would be found by, if only the provider were another.
 */
@CleanLog
class NotTakenOverIT extends MigrationTest {

  @Test
  void linksOfAnOpenIdConnectProviderWithAnotherClientId() {
    openIdConnectAt(BEFORE, Upstreams.SPA_APP, stack.authority());

    assertIsRefusedOnSave();
  }

  @Test
  void linksOfAnOpenIdConnectProviderThatIsNotMicrosofts() {
    openIdConnectAt(BEFORE, Upstreams.WEB_APP, "http://localhost:9/" + Upstreams.TENANT);

    assertIsRefusedOnSave();
  }

  // Whoever was here before would become somebody else, for good.
  @Test
  void linksOfAProviderThatBecameAnotherLetNobodyNewIn() {
    Someone olga = new Someone("Olga");
    Someone known = new Someone("Odette");
    entra(olga.arrives(), known.arrives());
    String subject = subjectOf(olga);
    openIdConnectAt(BEFORE);
    trialWith("previousAlias", BEFORE);
    claimsOf(known);
    upstreams.delete(BEFORE);
    openIdConnectAt(BEFORE, Upstreams.SPA_APP, stack.authority());
    String other = anotherPersonLinkedBy(subject);

    assertRefused(olga, "ENTRA1006");
    assertThat(realm.links(other).get(0).get("identityProvider").asText()).isEqualTo(BEFORE);
    claimsOf(known);
  }

  @Test
  void linksOfAProviderThatIsNotThereLetNobodyNewIn() {
    Someone olaf = new Someone("Olaf");
    entra(olaf.arrives());
    trialWith("previousAlias", BEFORE);

    assertRefused(olaf, "ENTRA1006");
    assertThat(realm.users()).isEmpty();
  }

  @Test
  void aUserWhoBelongsToAnotherEntraAccount() {
    Someone otto = new Someone("Otto");
    entra(otto.arrives());
    microsoftAt(BEFORE);
    String others =
        realm.createUser(
            Map.of(
                "username",
                "others.user",
                "enabled",
                true,
                "attributes",
                Map.of(
                    "entra_oid", new Someone("Other").objectId(), "entra_tid", Upstreams.TENANT)));
    link(others, BEFORE, otto.objectId());
    trialWith("previousAlias", BEFORE);

    assertRefused(otto, "ENTRA4106");
    assertThat(realm.links(others).get(0).get("identityProvider").asText()).isEqualTo(BEFORE);
  }

  @Test
  void linksByTheSameSubjectOfMicrosoftsAreTakenOver() {
    Someone oona = new Someone("Oona");
    entra(oona.arrives());
    String subject = subjectOf(oona);
    openIdConnectAt(BEFORE);
    String other = anotherPersonLinkedBy(subject);
    trialWith("previousAlias", BEFORE);

    assertThat(claimsOf(oona).get("sub").asText()).isEqualTo(other);
  }

  @Test
  void linksOfAProviderWhoseIdsPeopleChoose() {
    provider(BEFORE, "github", Map.of("clientId", Upstreams.WEB_APP, "clientSecret", "x"));

    assertIsRefusedOnSave();
  }

  @Test
  void linksOfTwoUsersToOneAccount() {
    Someone opal = new Someone("Opal");
    entra(opal.arrives());
    microsoftAt(BEFORE);
    String one = anotherPersonLinkedBy(opal.objectId());
    trialWith("previousAlias", BEFORE);
    String two = userOf(opal.name(), opal.address());
    link(two, TRIAL, opal.key());

    assertRefused(opal, "ENTRA4101");
    assertThat(realm.links(one)).hasSize(1);
    assertThat(realm.links(two)).hasSize(1);
  }

  @Test
  void theLinkOfAPersonOfAnotherTenant() {
    Someone omar = new Someone("Omar");
    entra(omar.arrives());
    microsoftAt(BEFORE);
    String other = anotherPersonLinkedBy(omar.objectId());
    trialWith("previousAlias", BEFORE);
    stack
        .simulator()
        .tamperWithNextIdToken(
            Tampering.with().claim("tid", "fab41ca0-0000-4000-8000-000000000001"));

    assertRefused(omar, "ENTRA3007");
    assertThat(realm.links(other).get(0).get("identityProvider").asText()).isEqualTo(BEFORE);
  }

  @Test
  void whoseAddressIsNeitherProvenNorTheOneInEntra() {
    Someone odin = new Someone("Odin");
    entra(odin.arrives());
    microsoftAt(BEFORE);
    String id =
        realm.createUser(
            Map.of(
                "username",
                "old." + odin.name(),
                "email",
                "old." + odin.address(),
                "enabled",
                true));
    link(id, BEFORE, odin.objectId());
    trialWith("previousAlias", BEFORE);

    assertRefused(odin, "ENTRA4007");
    assertThat(realm.links(id).get(0).get("identityProvider").asText()).isEqualTo(BEFORE);
  }

  private String anotherPersonLinkedBy(String federatedId) {
    String id = userOf("other.person", "other.person@contoso.example");
    link(id, BEFORE, federatedId);
    return id;
  }

  private void assertIsRefusedOnSave() {
    AdminAnswer answer =
        upstreams.tryPost(TRIAL, "entra", Upstreams.with(upstreams.web(), "previousAlias", BEFORE));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errorMessage()).contains("whose links do not say who somebody is");
  }
}
