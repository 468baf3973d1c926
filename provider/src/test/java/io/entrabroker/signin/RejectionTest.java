package io.entrabroker.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RejectionTest {

  @Test
  void everyCodeIsThereOnce() {
    assertThat(Stream.of(Rejection.values()).map(Rejection::code)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Page.class)
  void everyPageHasATextThatNamesTheIncident(Page page) throws IOException {
    String text = bundle().getProperty(page.messageKey());

    assertThat(text).isNotNull();
    assertThat(new MessageFormat(text, Locale.ENGLISH).format(new Object[] {"QWERTZ"}))
        .contains("QWERTZ")
        .doesNotContain("Azure", "{", "''");
  }

  @Test
  void noTextIsWithoutAPage() throws IOException {
    assertThat(bundle().stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Page.values()).map(Page::messageKey).toList());
  }

  private static Properties bundle() throws IOException {
    Properties properties = new Properties();
    try (var stream =
        RejectionTest.class.getResourceAsStream(
            "/theme-resources/messages/messages_en.properties")) {
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
