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
  void aNameThatDoesNotFitIsShortened() {
    assertThat(PersonName.of("a".repeat(255), "", "").given()).hasSize(255);
    assertThat(PersonName.of("a".repeat(256), "", "").given()).hasSize(255);
    assertThat(PersonName.of("a".repeat(253) + "😀b", "", "").given())
        .isEqualTo("a".repeat(253) + "😀");
    assertThat(PersonName.of("a".repeat(254) + "😀", "", "").given()).isEqualTo("a".repeat(254));
  }
}
