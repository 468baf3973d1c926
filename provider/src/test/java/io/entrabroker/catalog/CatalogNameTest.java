package io.entrabroker.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.IdentityKey;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogNameTest {

  private static final IdentityKey ADA =
      new IdentityKey(
          TenantId.parse("0f9e8d7c-6b5a-4948-8372-61504f3e2d1c").orElseThrow(),
          UUID.fromString("b7a1c2d3-0000-4a4a-9b9b-c0ffee000000"));
  private static final IdentityKey BOB = new IdentityKey(ADA.tenant(), new UUID(0, 1));

  @ParameterizedTest
  @CsvSource({
    "Ada.Lovelace@Contoso.example, ada.lovelace",
    "a@b@c, a",
    "@c, ''",
    "Ada, ada",
    "İ@x, i̇",
  })
  void theLocalPartEndsAtTheFirstAtAndIsLowerCase(String address, String local) {
    assertThat(CatalogName.localPart(address)).isEqualTo(local);
  }

  @ParameterizedTest
  @CsvSource({"a@b, b", "a@b@c, b@c", "@b, b", "a@, ''", "a, ''"})
  void theDomainBeginsAfterTheFirstAt(String address, String domain) {
    assertThat(CatalogName.afterAt(address)).isEqualTo(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada", "ada.lovelace", "o'brien", "a+b", "a_b-c", "a:b", "a\\b", "jürgen", "7"})
  void whatEveryVersionTakesIsAName(String text) {
    assertThat(CatalogName.parse(text).asOptional()).contains(new CatalogName(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''      | The username is empty.",
        "' '     | The username is empty.",
        "a@b     | The username has an '@' or a '/'",
        "a/b     | The username has an '@' or a '/'",
        "@b      | The username has an '@' or a '/'",
        "/b      | The username has an '@' or a '/'",
        "a::b    | The username has '::' or a quotation mark",
        "a\"b    | The username has '::' or a quotation mark",
        "\"b     | The username has '::' or a quotation mark",
        "a b     | The username has a blank",
        "Ada     | The username has capital letters",
      })
  void whatSomeVersionWouldChangeIsNone(String text, String problem) {
    assertThat(problemWith(text)).startsWith(problem);
  }

  @Test
  void controlCharactersAreNone() {
    assertThat(problemWith("a\u0000b")).contains("control character");
    assertThat(problemWith("a\u007fb")).contains("control character");
  }

  @Test
  void aNameHasAtMost255Characters() {
    assertThat(CatalogName.parse("a".repeat(255)).asOptional()).isPresent();
    assertThat(problemWith("a".repeat(256)))
        .isEqualTo("The username is longer than 255 characters.");
  }

  @ParameterizedTest
  @CsvSource({"ada, ada", "ada/x, ada", "ada@x/y, ada", "a/b@c, a", "/a, ''"})
  void rightsAreLookedUpByWhatComesBeforeAtAndSlash(String username, String read) {
    assertThat(CatalogName.asRead(username)).isEqualTo(read);
  }

  @Test
  void aSuffixIsTheSameForTheSamePersonForEver() {
    // Written down: users keep this name, so the next release must make the same one.
    assertThat(CatalogName.suffixed("ada.lovelace", ADA)).isEqualTo("ada.lovelace-6etoj");
    assertThat(CatalogName.suffixed("ada.lovelace", BOB))
        .matches("ada\\.lovelace-[a-z2-7]{5}")
        .isNotEqualTo(CatalogName.suffixed("ada.lovelace", ADA));
  }

  @Test
  void aSuffixedNameHasAtMost128CharactersAndIsAName() {
    String longest = CatalogName.suffixed("a".repeat(122), ADA);
    String cut = CatalogName.suffixed("a".repeat(123), ADA);

    assertThat(longest).hasSize(128).startsWith("a".repeat(122) + "-");
    assertThat(cut).isEqualTo(longest);
    assertThat(CatalogName.parse(cut).asOptional()).isPresent();
  }

  @Test
  void aNameIsNotPrinted() {
    assertThat(new CatalogName("ada")).hasToString("CatalogName[***]");
  }

  private static String problemWith(String text) {
    return CatalogName.parse(text).fold(name -> "", problem -> problem);
  }
}
