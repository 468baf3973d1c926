package io.entrabroker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortenedTest {

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\u0000", "\u007f", "\u0085", "\u009b", "\u2028", "\u202e"})
  void nothingGetsInThatEndsALineOrTurnsItAround(String character) {
    assertThat(Shortened.of("a" + character + "b")).isEqualTo("a?b");
  }

  @Test
  void eightyCharactersStayAndMoreAreCutOff() {
    assertThat(Shortened.of("x".repeat(80))).hasSize(80).doesNotContain("…");
    assertThat(Shortened.of("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
  }
}
