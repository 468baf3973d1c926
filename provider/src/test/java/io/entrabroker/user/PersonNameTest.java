package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PersonNameTest {

  @Test
  void givenAndFamilyNameAreTakenAsTheyAre() {
    assertThat(PersonName.of(" Zoë ", "李", "ignored")).isEqualTo(new PersonName("Zoë", "李"));
  }

  @Test
  void oneOfTheTwoIsEnough() {
    assertThat(PersonName.of("Ada", "", "Ada Lovelace")).isEqualTo(new PersonName("Ada", ""));
    assertThat(PersonName.of("", "Lovelace", "Ada Lovelace"))
        .isEqualTo(new PersonName("", "Lovelace"));
  }

  @Test
  void withoutBothTheDisplayNameStands() {
    assertThat(PersonName.of(" ", "", "Ada Lovelace"))
        .isEqualTo(new PersonName("Ada Lovelace", ""));
  }

  @Test
  void whoeverHasNoNameHasNone() {
    assertThat(PersonName.of("", "", " ").isEmpty()).isTrue();
    assertThat(new PersonName("", "x").isEmpty()).isFalse();
    assertThat(new PersonName("x", "").isEmpty()).isFalse();
  }

  @Test
  void unseenCharactersAreTakenOut() {
    assertThat(PersonName.of("A\u0000d\na\u202E", "\tLove\u2066lace", ""))
        .isEqualTo(new PersonName("A d a", "Love lace"));
  }

  @Test
  void everyCharacterThatTurnsTheDirectionIsTakenOut() {
    String turning = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    for (String character : turning.split("")) {
      assertThat(PersonName.of("A" + character + "da", "", "").given()).isEqualTo("A da");
    }
  }

  @Test
  void halfACharacterIsTakenOutAndAWholeOneStays() {
    assertThat(PersonName.of("A\uD83Dda", "\uDE00\uD83D\uDE00", ""))
        .isEqualTo(new PersonName("A da", "😀"));
  }

  @Test
  void aNameThatDoesNotFitIsShortened() {
    assertThat(PersonName.of("a".repeat(255), "", "").given()).hasSize(255);
    assertThat(PersonName.of("a".repeat(256), "", "").given()).hasSize(255);
    assertThat(PersonName.of("a".repeat(253) + "😀b", "", "").given())
        .isEqualTo("a".repeat(253) + "😀");
    assertThat(PersonName.of("a".repeat(254) + "😀", "", "").given()).isEqualTo("a".repeat(254));
  }
}
