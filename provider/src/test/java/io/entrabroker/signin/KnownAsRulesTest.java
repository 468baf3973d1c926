package io.entrabroker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.catalog.CatalogName;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.NameCollision;
import io.entrabroker.catalog.NamingRules;
import io.entrabroker.catalog.ReservedNames;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.AccountKind;
import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.EmailReading;
import io.entrabroker.user.EmailTrust;
import io.entrabroker.user.EntraUser;
import io.entrabroker.user.IdentityKey;
import io.entrabroker.user.PersonName;
import io.entrabroker.user.StoredPerson;
import io.entrabroker.user.StoredPerson.Verification;
import io.entrabroker.user.UntrustedEmail;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownAsRulesTest {

  private static final String ADA = "ada@contoso.example";
  private static final IdentityKey KEY =
      new IdentityKey(new TenantId(new UUID(0, 1)), new UUID(0, 2));
  private static final NamingRules NAMING =
      new NamingRules(CatalogVersion.V2_0, NameCollision.REFUSE, ReservedNames.standard());
  private static final KnownAsRules REFUSING = new KnownAsRules(NAMING, UntrustedEmail.REFUSE);
  private static final KnownAsRules VERIFYING = new KnownAsRules(NAMING, UntrustedEmail.VERIFY);

  // Newcomers.

  @ParameterizedTest
  @EnumSource(names = {"LISTED_DOMAIN", "VOUCHED"})
  void aNewcomerIsKnownByABelievedAddressAndTheNameInIt(EmailTrust trust) {
    for (KnownAsRules rules : List.of(REFUSING, VERIFYING)) {
      assertThat(rules.ofNewcomer(user(ADA, trust)))
          .isEqualTo(given("ada", ADA, AddressProof.BELIEVED));
    }
  }

  @Test
  void anAddressThatIsNotBelievedIsRefusedOrProvenByMail() {
    EntraUser user = user(ADA, EmailTrust.UNTRUSTED);

    assertThat(REFUSING.ofNewcomer(user)).isEqualTo(refused(Rejection.EMAIL_UNTRUSTED));
    assertThat(VERIFYING.ofNewcomer(user)).isEqualTo(given("ada", ADA, AddressProof.BY_MAIL));
  }

  @Test
  void anAddressThatOnlyMembersAreGivenIsNotProvenByMailEither() {
    EntraUser user = user(ADA, EmailTrust.CLAIMED);

    assertThat(REFUSING.ofNewcomer(user)).isEqualTo(refused(Rejection.EMAIL_UNTRUSTED));
    assertThat(VERIFYING.ofNewcomer(user)).isEqualTo(refused(Rejection.EMAIL_UNTRUSTED));
  }

  @Test
  void aNameThatHasBecomeReservedLetsItsHolderInNoLonger() {
    StoredPerson holder =
        new StoredPerson(
            "cto", "cto@contoso.example", Verification.PROVEN, "cto", "cto@contoso.example");
    EntraUser user = user("cto@contoso.example", EmailTrust.LISTED_DOMAIN);
    NamingRules reserving =
        new NamingRules(
            CatalogVersion.V2_0, NameCollision.REFUSE, new ReservedNames(Set.of("cto"), Map.of()));
    NamingRules bound =
        new NamingRules(
            CatalogVersion.V2_0,
            NameCollision.REFUSE,
            new ReservedNames(Set.of("cto"), Map.of("cto", KEY)));

    assertThat(new KnownAsRules(reserving, UntrustedEmail.REFUSE).of(user, holder))
        .isEqualTo(refused(Rejection.NAME_RESERVED));
    assertThat(new KnownAsRules(bound, UntrustedEmail.REFUSE).of(user, holder))
        .isEqualTo(kept(AddressProof.HELD));
  }

  @Test
  void whoeverHasNoAddressCannotBeKnown() {
    for (KnownAsRules rules : List.of(REFUSING, VERIFYING)) {
      assertThat(rules.ofNewcomer(user(new EmailReading.Missing())))
          .isEqualTo(refused(Rejection.NO_EMAIL));
      assertThat(rules.ofNewcomer(user(new EmailReading.Unusable())))
          .isEqualTo(refused(Rejection.EMAIL_UNUSABLE));
    }
  }

  @Test
  void theCatalogsOwnNamesAreNobodys() {
    assertThat(REFUSING.ofNewcomer(user("admin@contoso.example", EmailTrust.LISTED_DOMAIN)))
        .isEqualTo(refused(Rejection.NAME_RESERVED));
  }

  @Test
  void theCatalogsOwnNameIsItsOwners() {
    NamingRules naming =
        new NamingRules(
            CatalogVersion.V2_0,
            NameCollision.REFUSE,
            new ReservedNames(Set.of("admin"), Map.of("admin", KEY)));

    assertThat(
            new KnownAsRules(naming, UntrustedEmail.REFUSE)
                .ofNewcomer(user("admin@contoso.example", EmailTrust.LISTED_DOMAIN)))
        .isEqualTo(given("admin", "admin@contoso.example", AddressProof.BELIEVED));
  }

  @Test
  void anUntrustedAddressIsNotToldWhichNamesAreReserved() {
    assertThat(REFUSING.ofNewcomer(user("admin@contoso.example", EmailTrust.UNTRUSTED)))
        .isEqualTo(refused(Rejection.EMAIL_UNTRUSTED));
  }

  @ParameterizedTest
  @CsvSource({"V1_8", "V1_9", "V2_0"})
  void anApostropheIsAFindingUntilTheCatalogRefusesIt(CatalogVersion version) {
    EntraUser user = user("o'brien@contoso.example", EmailTrust.LISTED_DOMAIN);

    assertThat(of(version).ofNewcomer(user))
        .isEqualTo(
            given(
                "o'brien",
                "o'brien@contoso.example",
                AddressProof.BELIEVED,
                Finding.ADDRESS_NOT_FOR_EMAIL_FIRST));
    assertThat(of(CatalogVersion.EMAIL_FIRST).ofNewcomer(user))
        .isEqualTo(refused(Rejection.EMAIL_UNUSABLE));
  }

  @Test
  void whereSuffixesAreAllowedOneIsInReserve() {
    NamingRules naming =
        new NamingRules(CatalogVersion.V2_0, NameCollision.SUFFIX, ReservedNames.standard());

    assertThat(
            new KnownAsRules(naming, UntrustedEmail.REFUSE)
                .ofNewcomer(user(ADA, EmailTrust.VOUCHED)))
        .isEqualTo(
            new KnownAs.ToBeGiven(
                List.of("ada", CatalogName.suffixed("ada", KEY)),
                address(ADA),
                AddressProof.BELIEVED,
                Set.of()));
  }

  // People with a name and an address in the catalog.

  @ParameterizedTest
  @ValueSource(strings = {ADA, "Ada@Contoso.example", " ada@contoso.example "})
  void nameAndAddressAreKeptForLife(String stored) {
    assertThat(REFUSING.of(user(ADA, EmailTrust.UNTRUSTED), known(stored, Verification.PROVEN)))
        .isEqualTo(kept(AddressProof.HELD));
  }

  @Test
  void anotherAddressInEntraIsAFindingAndChangesNothing() {
    assertThat(
            REFUSING.of(
                user("ada.king@contoso.example", EmailTrust.LISTED_DOMAIN),
                known(ADA, Verification.PROVEN)))
        .isEqualTo(kept(AddressProof.HELD, Finding.ADDRESS_CHANGED));
  }

  @Test
  void noAddressInEntraChangesNothing() {
    for (EmailReading reading : List.of(new EmailReading.Missing(), new EmailReading.Unusable())) {
      assertThat(REFUSING.of(user(reading), known(ADA, Verification.PROVEN)))
          .isEqualTo(kept(AddressProof.HELD));
    }
  }

  @Test
  void anAddressThatTheCatalogWillRefuseLaterIsAFindingAtEverySignIn() {
    StoredPerson stored =
        new StoredPerson(
            "x", "o'b@contoso.example", Verification.PROVEN, "o'b", "o'b@contoso.example");

    assertThat(REFUSING.of(user(ADA, EmailTrust.VOUCHED), stored))
        .isEqualTo(
            kept(AddressProof.HELD, Finding.ADDRESS_CHANGED, Finding.ADDRESS_NOT_FOR_EMAIL_FIRST));
  }

  @ParameterizedTest
  @CsvSource({
    "ada@contoso.example, other@contoso.example",
    "ada@contoso.example, ''",
    "no address, no address",
  })
  void whoseAddressWasAlteredInTheRealmIsRefused(String inCatalog, String inRealm) {
    StoredPerson stored = new StoredPerson("ada", inRealm, Verification.PROVEN, "ada", inCatalog);

    assertThat(VERIFYING.of(user(ADA, EmailTrust.LISTED_DOMAIN), stored))
        .isEqualTo(refused(Rejection.ADDRESS_ALTERED));
  }

  @Test
  void entrasWordProvesAKeptAddressIfItIsTheSame() {
    StoredPerson stored = known(ADA, Verification.NOT_PROVEN);

    assertThat(REFUSING.of(user(ADA, EmailTrust.VOUCHED), stored))
        .isEqualTo(kept(AddressProof.BELIEVED));
  }

  @Test
  void entrasWordForAnotherAddressProvesNothing() {
    EntraUser user = user("eva@contoso.example", EmailTrust.LISTED_DOMAIN);
    StoredPerson stored = known(ADA, Verification.NOT_PROVEN);

    assertThat(REFUSING.of(user, stored)).isEqualTo(refused(Rejection.EMAIL_UNTRUSTED));
    assertThat(VERIFYING.of(user, stored))
        .isEqualTo(kept(AddressProof.BY_MAIL, Finding.ADDRESS_CHANGED));
  }

  @Test
  void withoutEntrasWordAnUnprovenAddressIsProvenByMailOrNotAtAll() {
    StoredPerson stored = known(ADA, Verification.NOT_PROVEN);

    for (EntraUser user :
        List.of(user(ADA, EmailTrust.UNTRUSTED), user(new EmailReading.Missing()))) {
      assertThat(REFUSING.of(user, stored)).isEqualTo(refused(Rejection.EMAIL_UNTRUSTED));
      assertThat(VERIFYING.of(user, stored)).isEqualTo(kept(AddressProof.BY_MAIL));
    }
  }

  // People who were linked before this provider.

  @Test
  void whoeverWasLinkedBeforeKeepsWhatTheRealmSentUntilNow() {
    assertThat(
            REFUSING.of(
                user(ADA, EmailTrust.LISTED_DOMAIN),
                linked("A.Lovelace", "Ada@Contoso.example", Verification.PROVEN)))
        .isEqualTo(given("a.lovelace", ADA, AddressProof.HELD));
  }

  @ParameterizedTest
  @CsvSource({
    "ada@contoso.example,        ada",
    "Lovelace@contoso.example,   lovelace",
    "'',                         ada",
    "'ada lovelace',             ada",
    "a/b,                        ada"
  })
  void aUsernameIsReadUpToTheAtSign(String username, String name) {
    assertThat(
            REFUSING.of(
                user(ADA, EmailTrust.LISTED_DOMAIN), linked(username, ADA, Verification.PROVEN)))
        .isEqualTo(given(name, ADA, AddressProof.HELD));
  }

  @Test
  void whoeverWasLinkedWithAnotherAddressKeepsItIfItIsProven() {
    EntraUser user = user("ada.king@contoso.example", EmailTrust.LISTED_DOMAIN);

    assertThat(REFUSING.of(user, linked("ada", ADA, Verification.PROVEN)))
        .isEqualTo(given("ada", ADA, AddressProof.HELD, Finding.ADDRESS_CHANGED));
    assertThat(REFUSING.of(user, linked("ada", ADA, Verification.NOT_PROVEN)))
        .isEqualTo(refused(Rejection.EMAIL_UNTRUSTED));
    assertThat(VERIFYING.of(user, linked("ada", ADA, Verification.NOT_PROVEN)))
        .isEqualTo(given("ada", ADA, AddressProof.BY_MAIL, Finding.ADDRESS_CHANGED));
  }

  @Test
  void whoeverWasLinkedUnderAReservedNameIsRefused() {
    assertThat(
            REFUSING.of(
                user(ADA, EmailTrust.LISTED_DOMAIN), linked("admin", ADA, Verification.PROVEN)))
        .isEqualTo(refused(Rejection.NAME_RESERVED));
  }

  @Test
  void whoeverWasLinkedWithoutAnAddressIsANewcomer() {
    StoredPerson stored = linked("someone", "", Verification.NOT_PROVEN);

    assertThat(REFUSING.of(user(ADA, EmailTrust.LISTED_DOMAIN), stored))
        .isEqualTo(given("ada", ADA, AddressProof.BELIEVED));
    assertThat(REFUSING.of(user(ADA, EmailTrust.UNTRUSTED), stored))
        .isEqualTo(refused(Rejection.EMAIL_UNTRUSTED));
  }

  @Test
  void whoeverWasLinkedWithWhatIsNoAddressIsRefused() {
    assertThat(
            VERIFYING.of(
                user(ADA, EmailTrust.LISTED_DOMAIN),
                linked("ada", "no address", Verification.PROVEN)))
        .isEqualTo(refused(Rejection.EMAIL_UNUSABLE));
  }

  // The choice among names.

  @Test
  void theFirstFreeNameIsChosenAndASuffixIsAFinding() {
    KnownAs.ToBeGiven person =
        new KnownAs.ToBeGiven(
            List.of("ada", "ada-x"),
            address(ADA),
            AddressProof.HELD,
            Set.of(Finding.ADDRESS_CHANGED));

    assertThat(person.choose(name -> true)).contains("ada");
    assertThat(person.choose("ada-x"::equals)).contains("ada-x");
    assertThat(person.choose(name -> false)).isEmpty();
    assertThat(person.findingsAs("ada")).containsExactly(Finding.ADDRESS_CHANGED);
    assertThat(person.findingsAs("ada-x"))
        .containsExactlyInAnyOrder(Finding.ADDRESS_CHANGED, Finding.NAME_SUFFIXED);
  }

  @Test
  void nothingPersonalShowsInTheText() {
    assertThat(REFUSING.ofNewcomer(user(ADA, EmailTrust.VOUCHED))).hasToString("ToBeGiven[***]");
  }

  private static KnownAsRules of(CatalogVersion version) {
    return new KnownAsRules(
        new NamingRules(version, NameCollision.REFUSE, ReservedNames.standard()),
        UntrustedEmail.REFUSE);
  }

  private static EntraUser user(String email, EmailTrust trust) {
    return user(new EmailReading.Found(address(email), trust));
  }

  private static EntraUser user(EmailReading email) {
    return new EntraUser(
        KEY, "sub", "", AccountKind.MEMBER, email, new PersonName("Ada", "Lovelace"), "");
  }

  private static StoredPerson known(String email, Verification verification) {
    return new StoredPerson("whatever", email, verification, "ada", ADA);
  }

  private static StoredPerson linked(String username, String email, Verification verification) {
    return new StoredPerson(username, email, verification, "", "");
  }

  private static KnownAs given(String name, String email, AddressProof proof, Finding... findings) {
    return new KnownAs.ToBeGiven(List.of(name), address(email), proof, Set.of(findings));
  }

  private static KnownAs kept(AddressProof proof, Finding... findings) {
    return new KnownAs.Kept(proof, Set.of(findings));
  }

  private static KnownAs refused(Rejection rejection) {
    return new KnownAs.Refused(rejection);
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text).orElseThrow();
  }
}
