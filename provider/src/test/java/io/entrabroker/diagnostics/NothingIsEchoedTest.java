package io.entrabroker.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever anybody writes into an error: page, event and log repeat none of it. */
class NothingIsEchoedTest {

  private static final int TRIES = 2000;
  private static final String MARK = "zqj";
  private static final List<String> PIECES =
      List.of(
          MARK,
          "<script>" + MARK + "</script>",
          "{\"" + MARK + "\":1}",
          MARK + "@contoso.example",
          "\r\nENTRA0000 " + MARK,
          "${" + MARK + "}",
          "{0}" + MARK,
          "AADSTS50105: " + MARK,
          "AADSTS50105" + MARK,
          "Correlation ID: " + MARK,
          "Correlation ID: 6b5a4948-0000-4000-8000-61504f3e2d1c" + MARK,
          " Trace ID: ",
          "access_denied",
          "interaction_required",
          "basic_action",
          "cancel",
          "AADSTS50076: ",
          "{\"access_token\":{\"acrs\":{\"value\":\"" + MARK + "\"}}}",
          "{\"access_token\":{\"" + MARK + "\":null}}",
          "");

  static Stream<Long> seeds() {
    return IntStream.range(0, 5).mapToObj(seed -> 20_261_122L + seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ofARedirect(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      assertSilent(MicrosoftError.redirected(any(random), any(random), any(random), any(random)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void ofAnAnswerOfTheTokenEndpoint(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      ObjectNode body = new ObjectMapper().createObjectNode();
      for (String member :
          List.of(
              "error", "error_description", "suberror", "correlation_id", "trace_id", "claims")) {
        body.put(member, any(random));
      }
      body.putArray("error_codes").add(any(random)).add(random.nextInt());
      assertSilent(MicrosoftError.answered(body));
    }
  }

  private static void assertSilent(MicrosoftError error) {
    assertThat(
            List.of(
                error.code(),
                error.reference(),
                error.explanation(),
                error.error(),
                error.subError().text(),
                error.ids().correlation(),
                error.ids().trace()))
        .allSatisfy(
            text -> assertThat(text).doesNotContain(MARK).doesNotContainPattern("[<{\\r\\n]"));
  }

  private static String any(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
