package io.entrabroker.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts that people read. */
final class MessagesTest {

  /** Keys that only this theme knows; all others replace a text of Keycloak's. */
  private static final Set<String> OWN =
      Set.of("signInWithMicrosoft", "signInWithMicrosoftTo", "wrongAccount", "signOutEverywhere");

  private static final Path ENGLISH = ThemeFiles.LOGIN.resolve("messages/messages_en.properties");

  static List<Path> bundles() {
    return ThemeFiles.messageBundles();
  }

  static Stream<StockThemes> releases() {
    return StockThemes.ofEverySupportedRelease();
  }

  @Test
  void englishAndGermanAreThere() {
    assertThat(bundles())
        .extracting(file -> file.getFileName().toString())
        .contains("messages_en.properties", "messages_de.properties");
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyLanguageHasTheSameKeys(Path bundle) {
    assertThat(ThemeFiles.properties(bundle).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(ThemeFiles.properties(ENGLISH).stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void noKeyIsWrittenTwice(Path bundle) {
    List<String> keys =
        ThemeFiles.text(bundle)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();

    assertThat(keys).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyTextIsAMessageFormatThatKeepsItsApostrophes(Path bundle) {
    Properties texts = ThemeFiles.properties(bundle);

    for (String key : texts.stringPropertyNames()) {
      String text = texts.getProperty(key);
      assertThatCode(() -> new MessageFormat(text)).as(key).doesNotThrowAnyException();
      assertThat(text.replace("''", ""))
          .as(key + ": write an apostrophe twice")
          .doesNotContain("'");
      assertThat(text).as(key).isNotBlank().isEqualTo(text.strip());
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void aTextThatReplacesAStockTextReplacesOneThatExists(StockThemes stock) {
    Set<String> replacing = new TreeSet<>(ThemeFiles.properties(ENGLISH).stringPropertyNames());
    replacing.removeAll(OWN);

    assertThat(stock.englishTexts().stringPropertyNames()).containsAll(replacing);
    assertThat(stock.englishTexts().stringPropertyNames()).doesNotContainAnyElementsOf(OWN);
  }

  /** The stock texts repeat usernames, e-mail addresses and aliases: on a stranger's screen too. */
  @ParameterizedTest
  @MethodSource("bundles")
  void noErrorRepeatsWhatAnAccountIsCalled(Path bundle) {
    Properties texts = ThemeFiles.properties(bundle);

    assertThat(texts.stringPropertyNames())
        .filteredOn(key -> texts.getProperty(key).contains("{"))
        .containsExactly("signInWithMicrosoftTo");
  }

  /** Microsoft's branding guidelines: these names are not for the people who sign in. */
  @Test
  void nothingSaysAzure() {
    for (Path file : ThemeFiles.all()) {
      assertThat(ThemeFiles.text(file)).as(file.toString()).doesNotContainIgnoringCase("azure");
    }
  }
}
