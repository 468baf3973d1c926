package io.entrabroker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.Parsed;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.NameCollision;
import io.entrabroker.catalog.NamingRules;
import io.entrabroker.catalog.ReservedNames;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.EmailAddress;
import io.entrabroker.user.IdentityKey;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressChangeTest {

  private static final IdentityKey ADA =
      new IdentityKey(new TenantId(new UUID(0, 1)), new UUID(0, 2));
  private static final IdentityKey EVA =
      new IdentityKey(new TenantId(new UUID(0, 1)), new UUID(0, 3));
  private static final ReservedNames RESERVED =
      new ReservedNames(Set.of("admin", "boss"), Map.of("boss", ADA));

  @ParameterizedTest
  @CsvSource({
    "new@contoso.example,   '',      ada, ada,  new@contoso.example",
    "New@Contoso.example,   ' ',     ada, ada,  new@contoso.example",
    "new@contoso.example,   ' eva ', ada, eva,  new@contoso.example",
    "new@contoso.example,   '',      '',  new,  new@contoso.example",
    "new@contoso.example,   boss,    ada, boss, new@contoso.example",
    "o'brien@contoso.example, '',    ada, ada,  o'brien@contoso.example"
  })
  void theAddressChangesAndTheNameOnlyIfAskedFor(
      String email, String name, String present, String newName, String newEmail) {
    assertThat(of(email, name, present, ADA, CatalogVersion.V2_0).asOptional())
        .contains(new AddressChange(newName, EmailAddress.parse(newEmail).orElseThrow()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada", "a b@contoso.example", "o'brien@contoso.example"})
  void anAddressThatTheCatalogDoesNotTakeIsRefused(String email) {
    assertThat(problem(of(email, "", "ada", ADA, CatalogVersion.EMAIL_FIRST)))
        .startsWith("The e-mail address must be one that the catalog takes: plain letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "a b", "a@b", "a/b"})
  void aNameThatTheCatalogDoesNotTakeIsRefused(String name) {
    assertThat(problem(of("new@contoso.example", name, "ada", ADA, CatalogVersion.V2_0)))
        .startsWith("The username has ");
  }

  @Test
  void theCatalogsOwnNamesAreRefusedButToTheirOwner() {
    String sentence =
        "The username is reserved for the catalog itself. Choose another, or bind it to the"
            + " account under Name owners of the identity provider.";

    assertThat(problem(of("new@contoso.example", "admin", "ada", ADA, CatalogVersion.V2_0)))
        .isEqualTo(sentence);
    assertThat(problem(of("boss@contoso.example", "", "", EVA, CatalogVersion.V2_0)))
        .isEqualTo(sentence);
  }

  @Test
  void nothingPersonalShowsInTheText() {
    assertThat(
            of("new@contoso.example", "", "ada", ADA, CatalogVersion.V2_0)
                .asOptional()
                .orElseThrow())
        .hasToString("AddressChange[***]");
  }

  private static Parsed<AddressChange> of(
      String email, String name, String present, IdentityKey person, CatalogVersion version) {
    return AddressChange.of(
        email, name, present, person, new NamingRules(version, NameCollision.REFUSE, RESERVED));
  }

  private static String problem(Parsed<AddressChange> parsed) {
    return parsed.<String>fold(change -> "accepted", text -> text);
  }
}
