package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @Test
  void anAddressIsReadInLowerCase() {
    EmailAddress address = EmailAddress.parse(" Ada.Lovelace@Contoso.Example ").orElseThrow();

    assertThat(address.text()).isEqualTo("ada.lovelace@contoso.example");
    assertThat(address.localPart()).isEqualTo("ada.lovelace");
    assertThat(address.domain()).isEqualTo("contoso.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "li@a.de",
        "a@b.de",
        "o'brien@contoso.example",
        "ada+catalog@contoso.example",
        "a_b%c-d@sub.contoso.example",
        "007@contoso.example",
        "x@xn--mnchen-3ya.example"
      })
  void plainAddressesAreRead(String text) {
    assertThat(EmailAddress.parse(text)).map(EmailAddress::text).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ada",
        "ada@",
        "@contoso.example",
        "a@b.c",
        "a b@c.example",
        "ä@c.example",
        "ada@münchen.example",
        "\u212Aate@contoso.example",
        "ada@\u212Aontoso.example",
        "ada@contoso",
        "ada/x@contoso.example",
        "ada::x@contoso.example",
        "ada@a@b.example",
        ".ada@contoso.example",
        "ada.@contoso.example",
        "a..b@contoso.example",
        "\"ada\"@contoso.example",
        "bob#ext#@contoso.example",
        "ada@-contoso.example",
        "ada@contoso-.example",
        "ada@contoso..example",
        "ada@contoso.example.",
        "ada@127.0.0.1",
        "ada@contoso.example\nbcc:x@y.example"
      })
  void anythingElseIsNone(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
  }

  @Test
  void theLengthsOfTheCatalogAreKept() {
    String domain = "@contoso.example";
    String longDomain = "@" + ("a".repeat(30) + ".").repeat(4) + "de";

    assertThat(EmailAddress.parse("a".repeat(64) + domain)).isPresent();
    assertThat(EmailAddress.parse("a".repeat(65) + domain)).isEmpty();
    assertThat(EmailAddress.parse("a" + longDomain).map(a -> a.text().length()))
        .isEqualTo(Optional.of(128).filter(l -> false));
    assertThat(EmailAddress.parse(longDomain.replaceFirst("@a", "a@")).map(a -> a.text().length()))
        .contains(127);
  }

  @Test
  void addressesAreComparedWithoutRegardToCase() {
    EmailAddress address = EmailAddress.parse("ada@contoso.example").orElseThrow();

    assertThat(address.is(" ADA@contoso.example")).isTrue();
    assertThat(address.is("ada@contoso.exampl")).isFalse();
  }
}
