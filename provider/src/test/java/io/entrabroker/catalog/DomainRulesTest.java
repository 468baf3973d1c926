package io.entrabroker.catalog;

import static io.entrabroker.catalog.CatalogVersion.EMAIL_FIRST;
import static io.entrabroker.catalog.CatalogVersion.V1_9;
import static io.entrabroker.catalog.CatalogVersion.V2_0;
import static io.entrabroker.catalog.ClientKind.CONFIDENTIAL;
import static io.entrabroker.catalog.ClientKind.PUBLIC;
import static io.entrabroker.catalog.DomainRules.Enforcement.OFF;
import static io.entrabroker.catalog.DomainRules.Enforcement.ON;
import static io.entrabroker.catalog.Visits.ABSENT;
import static io.entrabroker.catalog.Visits.ada;
import static io.entrabroker.catalog.Visits.setup;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.CatalogPrediction.Refused;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainRulesTest {

  private static final Refused OTHER_DOMAIN =
      new Refused(401, "Not Authorized! Email does not match the principal domain contoso.example");

  @ParameterizedTest
  @CsvSource({
    "V1_8, PUBLIC, ada@Contoso.example, false",
    "V1_9, PUBLIC, ada@Contoso.example, false",
    "V1_9, CONFIDENTIAL, ada@Contoso.example, false",
    "V2_0, PUBLIC, ada@Contoso.example, true",
    "EMAIL_FIRST, PUBLIC, ada@Contoso.example, true",
    "V1_9, PUBLIC, ada@contoso.example, true",
    "V1_9, PUBLIC, ada@fabrikam.example, false",
    "V2_0, PUBLIC, ada@fabrikam.example, false",
    "EMAIL_FIRST, CONFIDENTIAL, ada@fabrikam.example, false",
    "V1_9, PUBLIC, ada@sub.contoso.example, false",
  })
  void anEnforcedDomainIsComparedLetterByLetterUpTo113(
      CatalogVersion version, ClientKind client, String email, boolean isAccepted) {
    CatalogPrediction prediction =
        Visits.to(setup(version, client).with(enforcing(Set.of()))).visit(ada("email", email));

    assertThat(prediction.isAccepted()).isEqualTo(isAccepted);
    if (!isAccepted) {
      assertThat(prediction).isEqualTo(OTHER_DOMAIN);
    }
  }

  @Test
  void in20AConfidentialSignInIsNotHeldToTheDomain() {
    CatalogSetup setup = setup(V2_0, CONFIDENTIAL).with(enforcing(Set.of()));

    assertThat(Visits.to(setup).visit(ada("email", "ada@fabrikam.example")).isAccepted()).isTrue();
  }

  @Test
  void aListOfDomainsReplacesThePrincipalDomain() {
    CatalogSetup setup = setup(V1_9, PUBLIC).with(enforcing(Set.of("fabrikam.example")));

    assertThat(Visits.to(setup).visit(ada("email", "ada@fabrikam.example")).isAccepted()).isTrue();
    assertThat(Visits.to(setup).refused(ada())).isEqualTo(OTHER_DOMAIN);
  }

  @Test
  void aClaimWithoutAtHasNoDomain() {
    CatalogSetup setup =
        setup(V1_9, PUBLIC).with(CatalogIdentity.ClaimOrder.STANDARD).with(enforcing(Set.of()));

    assertThat(Visits.to(setup).refused(ada("email", ABSENT))).isEqualTo(OTHER_DOMAIN);
  }

  @Test
  void botsAreNotHeldToTheDomain() {
    CatalogSetup setup = setup(V1_9, PUBLIC).with(enforcing(Set.of()));

    assertThat(Visits.to(setup).refused(ada("email", "x@fabrikam.example", "isBot", true)))
        .isNotEqualTo(OTHER_DOMAIN);
  }

  @Test
  void allowedEmailDomainsComeBeforeTheOldSettings() {
    DomainRules rules =
        new DomainRules("contoso.example", ON, Set.of(), Set.of("Fabrikam.example"), Set.of("all"));
    for (ClientKind client : ClientKind.values()) {
      CatalogSetup setup = setup(EMAIL_FIRST, client).with(rules);

      assertThat(Visits.to(setup).visit(ada("email", "ada@FABRIKAM.example")).isAccepted())
          .isTrue();
      assertThat(Visits.to(setup).refused(ada()))
          .isEqualTo(new Refused(401, "domain 'contoso.example' not in allowed list"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "V1_9, PUBLIC",
    "V1_9, CONFIDENTIAL",
    "V2_0, CONFIDENTIAL",
    "EMAIL_FIRST, CONFIDENTIAL"
  })
  void onlyNewPeopleAreHeldToTheRegistrationDomains(CatalogVersion version, ClientKind client) {
    DomainRules rules =
        new DomainRules("contoso.example", OFF, Set.of(), Set.of(), Set.of("fabrikam.example"));
    CatalogSetup setup = setup(version, client).with(rules);

    assertThat(Visits.to(setup).refused(ada()))
        .isEqualTo(new Refused(401, "Email domain not allowed for self-signup: contoso.example"));
    assertThat(Visits.to(setup).visit(ada("email", "ada@fabrikam.example")).isAccepted()).isTrue();
    assertThat(
            Visits.to(setup, CatalogAccount.named("ada", "ada@contoso.example"))
                .visit(ada())
                .isAccepted())
        .isTrue();
  }

  @Test
  void noRegistrationDomainAtAllMeansEveryDomain() {
    DomainRules rules = new DomainRules("contoso.example", OFF, Set.of(), Set.of(), Set.of());

    assertThat(Visits.to(setup(V1_9, PUBLIC).with(rules)).visit(ada()).isAccepted()).isTrue();
  }

  private static DomainRules enforcing(Set<String> allowed) {
    return new DomainRules("contoso.example", ON, allowed, Set.of(), Set.of("all"));
  }
}
