package io.entrabroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  private static final JsonMapper JSON = StrictJson.upToDepth(3);

  @Test
  void whatIsWithinTheDepthIsRead() throws Exception {
    assertThat(JSON.readTree("{\"a\":[{}]}").at("/a/0").isObject()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"a\":1}", "{} {}", "{}x", "[[[[]]]]", "{\"a\":"})
  void everythingElseIsRefused(String text) {
    assertThatThrownBy(() -> JSON.readTree(text)).isInstanceOf(JsonProcessingException.class);
  }
}
