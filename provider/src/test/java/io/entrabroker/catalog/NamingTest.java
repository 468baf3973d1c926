package io.entrabroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.IdentityKey;
import io.entrabroker.user.StoredPerson;
import io.entrabroker.user.StoredPerson.Verification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {

  private static final TenantId TENANT = new TenantId(new UUID(0, 1));
  private static final IdentityKey ADA = new IdentityKey(TENANT, new UUID(0, 2));
  private static final IdentityKey EVA = new IdentityKey(TENANT, new UUID(0, 3));
  private static final ReservedNames RESERVED =
      new ReservedNames(Set.of("admin", "*-bot"), Map.of("admin", ADA));

  @Test
  void whoeverIsRefusedOnCollisionHasOneNameInLowerCase() {
    assertThat(rules(NameCollision.REFUSE).candidates("Ada.Lovelace", ADA))
        .containsExactly("ada.lovelace");
  }

  @Test
  void whoeverMayHaveASuffixHasItInReserve() {
    List<String> ofAda = rules(NameCollision.SUFFIX).candidates("Ada", ADA);

    assertThat(ofAda).hasSize(2).first().isEqualTo("ada");
    assertThat(ofAda.get(1)).matches("ada-[a-z2-7]{5}");
    assertThat(rules(NameCollision.SUFFIX).candidates("ADA", ADA)).isEqualTo(ofAda);
    assertThat(rules(NameCollision.SUFFIX).candidates("ada", EVA)).doesNotContain(ofAda.get(1));
  }

  @ParameterizedTest
  @EnumSource(NameCollision.class)
  void aReservedNameIsItsOwnersOnly(NameCollision collision) {
    assertThat(rules(collision).candidates("Admin", ADA)).contains("admin");
    assertThat(rules(collision).candidates("Admin", EVA)).isEmpty();
    assertThat(rules(collision).candidates("Tin-Bot", ADA)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ada@contoso.example,     V1_9,        true,  true",
    "ada@contoso.example,     EMAIL_FIRST, true,  true",
    "o'brien@contoso.example, V1_8,        true,  false",
    "o'brien@contoso.example, V2_0,        true,  false",
    "o'brien@contoso.example, EMAIL_FIRST, false, false"
  })
  void theVersionDecidesWhichAddressesGoIn(
      String address, CatalogVersion version, boolean admitted, boolean survives) {
    NamingRules rules = new NamingRules(version, NameCollision.REFUSE, RESERVED);
    EmailAddress email = EmailAddress.parse(address).orElseThrow();

    assertThat(rules.admits(email)).isEqualTo(admitted);
    assertThat(rules.survivesUpgrade(email)).isEqualTo(survives);
  }

  @Test
  void whoeverHasANameInTheCatalogGoesByIt() {
    StoredPerson ada =
        new StoredPerson(
            "ada@old", "Ada@Contoso.example", Verification.PROVEN, "ada", "ada@contoso.example");

    assertThat(CatalogAddress.of(ada).claims())
        .containsExactly(
            Map.entry("email", "ada@contoso.example"),
            Map.entry("email_verified", true),
            Map.entry("preferred_username", "ada"));
    assertThat(CatalogAddress.of(ada).isVerified()).isTrue();
  }

  @Test
  void whoeverHasNoneGoesByTheirNameInTheRealmInLowerCase() {
    assertThat(of("Bob", "Bob@Local.example", Verification.PROVEN, "", "").claims())
        .containsEntry("email", "bob@local.example")
        .containsEntry("preferred_username", "bob");
    assertThat(of("bob", "bob@local.example", Verification.PROVEN, "half", "").claims())
        .containsEntry("preferred_username", "bob");
  }

  @ParameterizedTest
  @CsvSource({
    "ada, ada@contoso.example, NOT_PROVEN, ada, ada@contoso.example",
    "ada, ada@contoso.example, NOT_PROVEN, '',  ''",
    "ada, '',                  PROVEN,     '',  ''",
    "ada, ' ',                 PROVEN,     ada, ' '",
    "ada, new@contoso.example, PROVEN,     ada, ada@contoso.example",
    "a@b, ada@contoso.example, PROVEN,     '',  ''",
    "a/b, ada@contoso.example, PROVEN,     '',  ''",
    "'',  ada@contoso.example, PROVEN,     '',  ''"
  })
  void whatIsNotProvenOrCannotBeReadIsNotSent(
      String username, String email, Verification proof, String name, String address) {
    CatalogAddress sent = of(username, email, proof, name, address);

    assertThat(sent.isVerified()).isFalse();
    assertThat(sent.claims()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "DataConsumer", " DataConsumer "})
  void everybodyReadsUnlessToldOtherwise(String text) {
    assertThat(BaseRole.parse(text).asOptional()).contains(BaseRole.standard());
    assertThat(BaseRole.standard().name()).isEqualTo("DataConsumer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Reader", "data-reader_2.0 x", "7"})
  void anotherRoleMayBeTheBase(String name) {
    assertThat(BaseRole.parse(name).asOptional()).contains(new BaseRole(name));
  }

  @Test
  void theBasesNameHasAtMost128Characters() {
    assertThat(BaseRole.parse("x".repeat(128)).asOptional()).isPresent();
    assertThat(BaseRole.parse("x".repeat(129)).asOptional()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Admin", "admin", " ADMIN "})
  void theAdministratorsRoleIsNobodysBase(String name) {
    assertThat(BaseRole.parse(name).<String>fold(BaseRole::name, problem -> problem))
        .isEqualTo(
            "The base role must not be Admin: everybody would be an administrator. Write"
                + " DataConsumer, or another role of the catalog.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "_x", "a,b", "a\"b", "ä"})
  void whatIsNoNameOfARoleIsNoBase(String name) {
    assertThat(BaseRole.parse(name).<String>fold(role -> "accepted", problem -> problem))
        .isEqualTo("The base role must be the name of a role such as DataConsumer.");
  }

  @Test
  void theBaseIsAlwaysAmongTheRolesAndOnce() {
    BaseRole base = BaseRole.standard();

    assertThat(base.with(List.of())).containsExactly("DataConsumer");
    assertThat(base.with(List.of("Zed", "DataConsumer", "Admin")))
        .containsExactly("Admin", "DataConsumer", "Zed");
  }

  private static NamingRules rules(NameCollision collision) {
    return new NamingRules(CatalogVersion.V2_0, collision, RESERVED);
  }

  private static CatalogAddress of(
      String username, String email, Verification proof, String name, String address) {
    return CatalogAddress.of(new StoredPerson(username, email, proof, name, address));
  }
}
