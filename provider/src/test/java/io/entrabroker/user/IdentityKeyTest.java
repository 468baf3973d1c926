package io.entrabroker.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityKeyTest {

  private static final String KEY =
      "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c:00000000-0000-4000-8000-00000000ada0";

  @Test
  void aKeyIsReadAsItIsWritten() {
    assertThat(IdentityKey.parse(KEY).orElseThrow()).hasToString(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c",
        "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c:",
        "0f9e8d7c-6b5a-4948-8372-61504f3e2d1c:ada",
        "contoso:00000000-0000-4000-8000-00000000ada0",
        KEY + ":x"
      })
  void anythingElseIsNone(String text) {
    assertThat(IdentityKey.parse(text)).isEmpty();
  }
}
