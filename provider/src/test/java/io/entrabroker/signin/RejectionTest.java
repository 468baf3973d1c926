package io.entrabroker.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.entrabroker.diagnostics.AadstsCode;
import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.diagnostics.NextStep;
import io.entrabroker.preview.Text;
import io.entrabroker.preview.Topic;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest {

  @Test
  void everyCodeIsThereOnce() {
    assertThat(Stream.of(Rejection.values()).map(Rejection::code)).doesNotHaveDuplicates();
  }

  static Stream<Arguments> texts() {
    return Stream.of("en", "de")
        .flatMap(language -> Stream.of(Page.values()).map(page -> arguments(language, page)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyPageHasATextThatNamesTheIncident(String language, Page page) throws IOException {
    assertThat(text(language, page)).contains("QWERTZ").doesNotContain("Azure", "{", "''");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whereMicrosoftRefusedThePageNamesItsCode(String language, Page page) throws IOException {
    assertThat(text(language, page).contains("AADSTS50105"))
        .isEqualTo(page.name().startsWith("MICROSOFT_"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void noTextIsWithoutAPageAndNoPageWithoutItsText(String language) throws IOException {
    Set<String> used = keysInTemplates();
    assertThat(used).isNotEmpty();
    Stream.of(Page.values()).map(Page::messageKey).forEach(used::add);
    Stream.of(Text.values()).map(Text::messageKey).forEach(used::add);
    Stream.of(Topic.values()).map(Topic::messageKey).forEach(used::add);

    assertThat(bundle(language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(used);
  }

  private static Set<String> keysInTemplates() throws IOException {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> templates =
        Files.list(Path.of("src/main/resources/theme-resources/templates"))) {
      for (Path template : templates.toList()) {
        Pattern.compile("\"(entra[A-Z]\\w*)\"")
            .matcher(Files.readString(template))
            .results()
            .forEach(found -> keys.add(found.group(1)));
      }
    }
    return keys;
  }

  @ParameterizedTest
  @EnumSource(NextStep.class)
  void everyNextStepHasAPageOfItsOwn(NextStep step) {
    List<Page> pages =
        AadstsCode.all().stream()
            .filter(code -> code.nextStep() == step)
            .map(code -> MicrosoftError.read("access_denied", "AADSTS" + code.number()))
            .map(Page::after)
            .distinct()
            .toList();

    assertThat(pages).hasSize(step == NextStep.TRY_AND_TELL ? 0 : 1);
    assertThat(pages).doesNotContain(Page.MICROSOFT_REFUSED);
  }

  @Test
  void twoNextStepsNeverShareAPage() {
    assertThat(AadstsCode.all().stream().map(RejectionTest::pageAndStep).distinct())
        .hasSize(NextStep.values().length - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "temporarily_unavailable, '', MICROSOFT_WAIT",
    "temporarily_unavailable, AADSTS99999: x, MICROSOFT_WAIT",
    "invalid_client, AADSTS99999: x, MICROSOFT_SET_UP",
    "invalid_grant, AADSTS99999: x, MICROSOFT_REFUSED",
    "nonsense, '', MICROSOFT_REFUSED",
    "invalid_grant, AADSTS50076: x, MICROSOFT_MORE_PROOF"
  })
  void whatMicrosoftSaysDecidesThePage(String error, String description, Page page) {
    assertThat(Page.after(MicrosoftError.read(error, description))).isEqualTo(page);
  }

  private static String pageAndStep(AadstsCode code) {
    return Page.after(MicrosoftError.read("", "AADSTS" + code.number())) + " " + code.nextStep();
  }

  private static String text(String language, Page page) throws IOException {
    String text = bundle(language).getProperty(page.messageKey());
    assertThat(text).as(page.messageKey()).isNotNull();
    return new MessageFormat(text, Locale.ENGLISH).format(new Object[] {"QWERTZ", "AADSTS50105"});
  }

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    try (var stream =
        RejectionTest.class.getResourceAsStream(
            "/theme-resources/messages/messages_" + language + ".properties")) {
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
