package io.entrabroker.catalog;

import static io.entrabroker.catalog.Visits.setup;
import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.IdentityKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogClashesTest {

  private static final CatalogPerson ADA = person(1, "ada", "ada@contoso.example");
  private static final CatalogPerson OTHER_ADA = person(2, "ada", "ada@fabrikam.example");

  @ParameterizedTest
  @CsvSource({
    "V1_8, PUBLIC, LockedOut",
    "V1_8, CONFIDENTIAL, LockedOut",
    "V1_9, PUBLIC, LockedOut",
    "V1_9, CONFIDENTIAL, LockedOut",
    "V2_0, PUBLIC, LockedOut",
    "V2_0, CONFIDENTIAL, OneUser",
    "EMAIL_FIRST, PUBLIC, LockedOut",
    "EMAIL_FIRST, CONFIDENTIAL, ''",
  })
  void twoPeopleOfOneNameAreFoundWithWhatComesOfIt(
      CatalogVersion version, ClientKind client, String expected) {
    List<CatalogClash> clashes = among(setup(version, client), ADA, OTHER_ADA);

    assertThat(clashes.stream().map(clash -> clash.getClass().getSimpleName()))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "V1_9, PUBLIC, LockedOut",
    "EMAIL_FIRST, CONFIDENTIAL, LockedOut",
    "EMAIL_FIRST, PUBLIC, OneUser"
  })
  void twoPeopleOfOneAddressAreFoundToo(
      CatalogVersion version, ClientKind client, String expected) {
    CatalogPerson second = person(2, "countess", "ada@contoso.example");

    assertThat(among(setup(version, client), ADA, second))
        .singleElement()
        .satisfies(clash -> assertThat(clash.getClass().getSimpleName()).isEqualTo(expected));
  }

  @Test
  void theFindingNamesBothAndTheRefusal() {
    assertThat(among(setup(CatalogVersion.V2_0, ClientKind.CONFIDENTIAL), ADA, OTHER_ADA))
        .containsExactly(new CatalogClash.OneUser(ADA.key(), OTHER_ADA.key()));
    assertThat(among(setup(CatalogVersion.V1_9, ClientKind.PUBLIC), ADA, OTHER_ADA))
        .containsExactly(
            new CatalogClash.LockedOut(
                ADA.key(),
                OTHER_ADA.key(),
                new CatalogPrediction.Refused(
                    400, "Account already exists. Please contact administrator.")));
  }

  @ParameterizedTest
  @EnumSource(CatalogVersion.class)
  void differentPeopleAndTheSamePersonTwiceDoNotClash(CatalogVersion version) {
    CatalogPerson bob = person(3, "bob", "bob@contoso.example");

    for (ClientKind client : ClientKind.values()) {
      assertThat(among(setup(version, client), ADA, bob, ADA)).isEmpty();
    }
  }

  @Test
  void aNameThatTheCatalogCutsClashesWithTheShorterOne() {
    CatalogPerson longer = person(2, "ada/x", "ada.x@contoso.example");

    assertThat(among(setup(CatalogVersion.V2_0, ClientKind.CONFIDENTIAL), ADA, longer))
        .containsExactly(new CatalogClash.OneUser(ADA.key(), longer.key()));
  }

  @ParameterizedTest
  @EnumSource(CatalogVersion.class)
  void aReservedNameIsFoundUnlessItIsBoundToThePerson(CatalogVersion version) {
    CatalogPerson admin = person(1, "admin", "admin@contoso.example");
    CatalogPerson elsewhere = person(2, "ingestion-bot", "bob@contoso.example");
    ReservedNames bound = new ReservedNames(Set.of("admin", "*-bot"), Map.of("admin", admin.key()));

    for (ClientKind client : ClientKind.values()) {
      CatalogSetup setup = setup(version, client);
      assertThat(CatalogClashes.among(List.of(admin, elsewhere), setup, bound))
          .containsExactly(new CatalogClash.Reserved(elsewhere.key()));
      assertThat(among(setup, admin)).containsExactly(new CatalogClash.Reserved(admin.key()));
    }
  }

  @Test
  void aNameThatTheCatalogMakesOfTheAddressMayBeReservedToo() {
    CatalogPerson person = person(1, "ada", "admin@contoso.example");

    assertThat(among(setup(CatalogVersion.EMAIL_FIRST, ClientKind.PUBLIC), person))
        .containsExactly(new CatalogClash.Reserved(person.key()));
  }

  @Test
  void aPersonIsNotPrinted() {
    assertThat(ADA).hasToString("CatalogPerson[" + ADA.key() + "]");
  }

  private static List<CatalogClash> among(CatalogSetup setup, CatalogPerson... people) {
    return CatalogClashes.among(List.of(people), setup, ReservedNames.standard());
  }

  private static CatalogPerson person(long number, String username, String email) {
    return new CatalogPerson(
        new IdentityKey(new TenantId(new UUID(0, 9)), new UUID(0, number)), username, email);
  }
}
