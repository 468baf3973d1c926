package io.entrabroker.it.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Upstreams;
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
    Someone olga = new Someone("Olga");
    entra(olga.arrives());
    String subject = subjectOf(olga);
    openIdConnectAt(BEFORE, Upstreams.SPA_APP, stack.authority());
    String other = anotherPersonLinkedBy(subject);

    assertIsSomebodyNew(olga, other);
  }

  @Test
  void linksOfAnOpenIdConnectProviderThatIsNotMicrosofts() {
    Someone otis = new Someone("Otis");
    entra(otis.arrives());
    String subject = subjectOf(otis);
    openIdConnectAt(BEFORE, Upstreams.WEB_APP, "http://localhost:9/" + Upstreams.TENANT);
    String other = anotherPersonLinkedBy(subject);

    assertIsSomebodyNew(otis, other);
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
    Someone ozzy = new Someone("Ozzy");
    entra(ozzy.arrives());
    provider(BEFORE, "github", Map.of("clientId", Upstreams.WEB_APP, "clientSecret", "x"));
    String other = anotherPersonLinkedBy(ozzy.objectId());

    assertIsSomebodyNew(ozzy, other);
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

  private void assertIsSomebodyNew(Someone someone, String other) {
    trialWith("previousAlias", BEFORE);

    assertThat(claimsOf(someone).get("sub").asText()).isNotEqualTo(other);
    assertThat(realm.links(other)).hasSize(1);
    assertThat(realm.links(other).get(0).get("identityProvider").asText()).isEqualTo(BEFORE);
    assertThat(realm.findings()).isEmpty();
  }
}
