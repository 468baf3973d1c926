package io.entrabroker.operations.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @Test
  void aQueryIsDecoded() {
    assertThat(Texts.query("a=b%20c&a=d&e=&f"))
        .containsEntry("a", "b c")
        .containsEntry("e", "")
        .doesNotContainKey("f");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%zz", "a=%", "%4=b"})
  void aPercentSignThatStandsForNothingIsSaidSo(String query) {
    assertThatThrownBy(() -> Texts.query(query))
        .isInstanceOf(CatalogProblem.class)
        .hasMessageContaining("percent sign");
  }

  @Test
  void whatFollowsTheQuestionMarkIsNotRepeated() {
    assertThatThrownBy(() -> Texts.address("It leads to", "http://sso/auth?state=%zz"))
        .isInstanceOf(CatalogProblem.class)
        .hasMessage("It leads to 'http://sso/auth', which is no address to open.");
  }
}
