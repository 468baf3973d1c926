package io.entrabroker.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace, A*** L***",
    "Ada King-Noel, A*** K***-N***",
    "ada.lovelace@contoso.example, a***.l***@contoso.example",
    "ADA@CONTOSO.EXAMPLE, A***@contoso.example",
    "bob_fabrikam.example#EXT#@contoso.example, b***_f***.e***#E***#@contoso.example",
    "a, a***",
    "'', ''",
    "ada@evil domain, a***@e*** d***",
    "@contoso.example, @c***.e***",
    "李 小龍, 李*** 小***",
  })
  void ofAPersonTheFirstLetterOfEveryWordIsShown(String text, String shown) {
    assertThat(Mask.person(text)).isEqualTo(shown);
  }

  @Test
  void aShortWordIsNotToldFromALongOne() {
    assertThat(Mask.person("Bo")).isEqualTo(Mask.person("Bartholomew"));
  }

  @ParameterizedTest
  @CsvSource({
    "<script>alert(1)</script>, s***",
    "'<img src=x onerror=alert(1)>@contoso.example', 'i*** s*** o***@contoso.example'",
    "'\"; drop', ' d***'",
    "'${7*7}', 7***",
  })
  void whatIsNeitherLetterNorDigitNorSeparatorIsLeftOut(String text, String shown) {
    assertThat(Mask.person(text)).isEqualTo(shown);
  }

  @Test
  void charactersThatTurnTheDirectionOfATextAreLeftOut() {
    assertThat(Mask.person("Ada\u202E ecalevoL\u0000\n")).isEqualTo("A*** e***");
  }

  @Test
  void halfACharacterDoesNoHarm() {
    assertThat(Mask.person("\uD835 Ada")).isEqualTo(" A***");
  }

  @Test
  void aLongTextIsCut() {
    assertThat(Mask.person("a ".repeat(5000))).hasSizeLessThan(100);
    assertThat(Mask.ids("x".repeat(5000))).hasSizeLessThan(100);
  }

  @Test
  void ofAnIdTheFirstEightDigitsAreShownWhereverItStands() {
    assertThat(
            Mask.ids("https://login.microsoftonline.com/0F9e8d7c-6b5a-4948-8372-61504f3e2d1c/v2.0"))
        .isEqualTo("https://login.microsoftonline.com/0F9e8d7c-***/v2.0");
  }

  @Test
  void inASentenceOnlyAddressesAreMasked() {
    assertThat(
            Mask.sentence("Authentication failed: email 'ada.lovelace@contoso.example' is wrong"))
        .isEqualTo("Authentication failed: email 'a***.l***@contoso.example' is wrong");
  }
}
