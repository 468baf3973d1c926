package io.entrabroker.catalog;

import static io.entrabroker.catalog.CatalogVersion.EMAIL_FIRST;
import static io.entrabroker.catalog.ClientKind.CONFIDENTIAL;
import static io.entrabroker.catalog.ClientKind.PUBLIC;
import static io.entrabroker.catalog.Visits.ABSENT;
import static io.entrabroker.catalog.Visits.ada;
import static io.entrabroker.catalog.Visits.setup;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.CatalogIdentity.ClaimOrder;
import io.entrabroker.catalog.CatalogIdentity.EmailFirst;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmailFirstTest {

  private static final CatalogAccount OLD = CatalogAccount.named("countess", "ada@contoso.example");
  private static final Map<String, Object> OTHER_ADA =
      ada("email", "ada@fabrikam.example", "sub", "other-id");

  @Test
  void whoeverHasTheAddressKeepsTheirUsername() {
    for (ClientKind client : ClientKind.values()) {
      assertThat(Visits.to(setup(EMAIL_FIRST, client), OLD).accepted(ada()).username())
          .isEqualTo("countess");
    }
  }

  @Test
  void aTakenNameGetsARandomSuffixOnTheServer() {
    Visits catalog = Visits.to(setup(EMAIL_FIRST, CONFIDENTIAL));
    catalog.accepted(ada());

    assertThat(catalog.accepted(OTHER_ADA).username()).isEqualTo("ada_????");
    assertThat(catalog.accepted(OTHER_ADA).username()).isEqualTo("ada_????");
    assertThat(catalog.accepted(ada()).username()).isEqualTo("ada");
    assertThat(catalog.accounts().all()).hasSize(2);
  }

  @Test
  void aTakenNameIsRefusedInTheBrowser() {
    Visits catalog = Visits.to(setup(EMAIL_FIRST, PUBLIC));
    catalog.accepted(ada());

    assertThat(catalog.refused(OTHER_ADA))
        .isEqualTo(new Refused(401, "User with email ada@fabrikam.example is not registered"));
  }

  @Test
  void aPersonIsBoundToTheFirstSubjectThatIsNotBlank() {
    Visits catalog = Visits.to(setup(EMAIL_FIRST, CONFIDENTIAL), OLD);
    catalog.accepted(ada("sub", ABSENT));
    catalog.accepted(ada("sub", " "));
    catalog.accepted(ada());
    catalog.accepted(ada("sub", ABSENT));

    assertThat(catalog.refused(ada("sub", "another-id")).status()).isEqualTo(401);
    assertThat(catalog.accepted(ada()).username()).isEqualTo("countess");
    assertThat(catalog.accounts().named("countess").orElseThrow().subject()).isEqualTo("ada-id");
  }

  @Test
  void theNamedClaimComesBeforeTheOthersAndNoneKeepsTheName() {
    CatalogSetup setup =
        setup(EMAIL_FIRST, CONFIDENTIAL)
            .with(new EmailFirst("email", "nickname", new ClaimOrder(List.of())));
    Visits catalog = Visits.to(setup);

    assertThat(catalog.accepted(ada("nickname", "Countess")).displayName()).isEqualTo("Countess");
    assertThat(catalog.accepted(ada("nickname", " ")).displayName()).isEqualTo("Ada Lovelace");
    assertThat(catalog.accepted(ada("name", ABSENT)).displayName()).isEqualTo("Ada Lovelace");
  }

  @Test
  void aNewPersonWithoutANameIsCalledByTheUsername() {
    assertThat(Visits.to(setup(EMAIL_FIRST, CONFIDENTIAL)).accepted(ada("name", "")).displayName())
        .isEqualTo("ada");
  }

  @Test
  void whoeverFallsBackIsFoundByNameAndNotBound() {
    CatalogSetup setup =
        setup(EMAIL_FIRST, CONFIDENTIAL)
            .with(new EmailFirst("email", "name", CatalogIdentity.ClaimOrder.STANDARD));
    Visits catalog = Visits.to(setup);

    CatalogPrediction.Accepted brien = catalog.accepted(ada("email", "o'brien@contoso.example"));

    assertThat(brien.username()).isEqualTo("o'brien");
    assertThat(brien.displayName()).isEmpty();
    assertThat(catalog.accounts().named("o'brien").orElseThrow().subject()).isEmpty();
  }

  @Test
  void withAMappingNothingIsByEmail() {
    CatalogSetup setup =
        setup(EMAIL_FIRST, CONFIDENTIAL).with(CatalogIdentity.recommendedMapping());
    Visits catalog = Visits.to(setup);
    catalog.accepted(ada());

    CatalogPrediction.Accepted other = catalog.accepted(OTHER_ADA);

    assertThat(other.email()).isEqualTo("ada@contoso.example");
    assertThat(other.displayName()).isEmpty();
  }
}
