package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.user.PreviousProvider.LinksBy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyLinkTest {

  private static final EntraUser ADA = Claims.ofAda().known();
  private static final LinkId OURS = new LinkId("entra", ADA.key().toString());
  private static final LinkId BY_OBJECT_ID = new LinkId("entra", Claims.OID);
  private static final LinkId BY_SUBJECT = new LinkId("entra", "pairwise");
  private static final LinkId OLD_BY_OBJECT_ID = new LinkId("old", Claims.OID);
  private static final LinkId OLD_BY_SUBJECT = new LinkId("old", "pairwise");
  private static final PreviousProvider MICROSOFT = new PreviousProvider("old", LinksBy.OBJECT_ID);
  private static final PreviousProvider OIDC = new PreviousProvider("old", LinksBy.SUBJECT);

  @Test
  void whoeverIsNotLinkedHasNoOlderLink() {
    assertThat(find(MICROSOFT, Map.of())).isEqualTo(new LegacyLink.None());
  }

  @Test
  void whoeverIsLinkedByTenantAndObjectIdNeedsNoOther() {
    assertThat(find(MICROSOFT, Map.of(OURS, "ada"))).isEqualTo(new LegacyLink.None());
    assertThat(find(MICROSOFT, Map.of(OURS, "ada", OLD_BY_OBJECT_ID, "ada")))
        .isEqualTo(new LegacyLink.None());
  }

  @Test
  void aLinkOfTheSameAliasIsFoundByObjectIdOrSubject() {
    assertThat(find(PreviousProvider.none(), Map.of(BY_OBJECT_ID, "ada")))
        .isEqualTo(new LegacyLink.Found(BY_OBJECT_ID, "ada"));
    assertThat(find(PreviousProvider.none(), Map.of(BY_SUBJECT, "ada")))
        .isEqualTo(new LegacyLink.Found(BY_SUBJECT, "ada"));
    assertThat(find(PreviousProvider.none(), Map.of(BY_SUBJECT, "ada", BY_OBJECT_ID, "ada")))
        .isEqualTo(new LegacyLink.Found(BY_OBJECT_ID, "ada"));
  }

  @Test
  void aLinkOfThePreviousProviderIsFoundByWhatItLinksBy() {
    assertThat(find(MICROSOFT, Map.of(OLD_BY_OBJECT_ID, "ada")))
        .isEqualTo(new LegacyLink.Found(OLD_BY_OBJECT_ID, "ada"));
    assertThat(find(OIDC, Map.of(OLD_BY_SUBJECT, "ada")))
        .isEqualTo(new LegacyLink.Found(OLD_BY_SUBJECT, "ada"));
    assertThat(find(MICROSOFT, Map.of(OLD_BY_SUBJECT, "ada"))).isEqualTo(new LegacyLink.None());
    assertThat(find(OIDC, Map.of(OLD_BY_OBJECT_ID, "ada"))).isEqualTo(new LegacyLink.None());
  }

  @Test
  void twoUsersForOnePersonAreNotDecidedBetween() {
    assertThat(find(PreviousProvider.none(), Map.of(BY_OBJECT_ID, "ada", BY_SUBJECT, "eva")))
        .isEqualTo(new LegacyLink.Ambiguous());
    assertThat(find(PreviousProvider.none(), Map.of(OURS, "ada", BY_SUBJECT, "eva")))
        .isEqualTo(new LegacyLink.Ambiguous());
    assertThat(find(MICROSOFT, Map.of(OURS, "ada", OLD_BY_OBJECT_ID, "eva")))
        .isEqualTo(new LegacyLink.Ambiguous());
  }

  @ParameterizedTest
  @CsvSource({
    "microsoft,other,'',OBJECT_ID",
    "oidc,ours,login.microsoftonline.com,SUBJECT",
    "oidc,' OURS ',login.microsoftonline.com,SUBJECT",
    "oidc,other,login.microsoftonline.com,NOTHING",
    "oidc,ours,idp.evil.example,NOTHING",
    "oidc,ours,'',NOTHING",
    "saml,ours,login.microsoftonline.com,NOTHING"
  })
  void onlyIdsThatEntraGaveOutAreTakenOver(
      String type, String clientId, String tokenHost, LinksBy expected) {
    assertThat(
            PreviousProvider.linksOf(
                type, clientId, tokenHost, "ours", "login.microsoftonline.com"::equals))
        .isEqualTo(expected);
  }

  private static LegacyLink find(PreviousProvider previous, Map<LinkId, String> links) {
    return LegacyLink.find(OURS, ADA, previous, link -> Optional.ofNullable(links.get(link)));
  }
}
