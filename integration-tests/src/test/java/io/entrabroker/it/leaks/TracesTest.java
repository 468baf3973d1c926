package io.entrabroker.it.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TracesTest {

  private static final String SECRET = "1.AXkB" + "q7~Zp0_-Kx".repeat(7);

  static Stream<Arguments> wrappings() {
    return Stream.of(
        wrapping("as it is", text -> text),
        wrapping("Base64", text -> Base64.getEncoder().encodeToString(bytes(text))),
        wrapping("Base64 for URLs", text -> Base64.getUrlEncoder().encodeToString(bytes(text))),
        wrapping("hexadecimal", text -> HexFormat.of().formatHex(bytes(text))),
        wrapping(
            "hexadecimal of Base64",
            text ->
                HexFormat.of().formatHex(bytes(Base64.getEncoder().encodeToString(bytes(text))))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrappings")
  void aSecretIsFoundWhateverStandsAroundIt(String name, UnaryOperator<String> wrapping) {
    for (String before : new String[] {"", "a", "ab", "abc"}) {
      for (String after : new String[] {"", "\"", "\"}", ", more"}) {
        assertThat(Traces.of(SECRET, "x" + wrapping.apply(before + SECRET + after))).isTrue();
      }
    }
    assertThat(Traces.of(SECRET, wrapping.apply("1.AXkB" + "another one".repeat(9)))).isFalse();
  }

  private static Arguments wrapping(String name, UnaryOperator<String> wrapping) {
    return Arguments.of(name, wrapping);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
