package io.entrabroker.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours and references of the style sheet. */
final class StyleSheetTest {

  private static final Path FILE = ThemeFiles.RESOURCES.resolve("css/openmetadata.css");
  private static final String CSS = ThemeFiles.text(FILE);
  private static final Pattern REFERENCE = Pattern.compile("url\\(\"([^\"]+)\"\\)");
  private static final Pattern USE = Pattern.compile("var\\(\\s*(--om-[a-z-]+)");
  private static final Pattern DEFINITION = Pattern.compile("(--[a-z-]+): (#[0-9a-f]{6}|[a-z]+);");

  @Test
  void everyFileItRefersToExists() {
    List<String> references = groups(REFERENCE);

    assertThat(references).isNotEmpty();
    assertThat(references).allMatch(r -> Files.isRegularFile(FILE.resolveSibling(r)));
  }

  @Test
  void everyColourHasALightAndADarkValueAndIsUsed() {
    assertThat(colours(Scheme.DARK).keySet()).isEqualTo(colours(Scheme.LIGHT).keySet());
    assertThat(colours(Scheme.LIGHT).keySet())
        .filteredOn(name -> name.startsWith("--om-"))
        .containsExactlyInAnyOrderElementsOf(List.copyOf(new TreeMap<>(uses()).keySet()));
  }

  /** Microsoft's dark button on the light card and the light one on the dark card. */
  @Test
  void theButtonHasTheColoursThatMicrosoftNames() {
    assertThat(colours(Scheme.LIGHT))
        .containsEntry("--om-microsoft-fill", "#2f2f2f")
        .containsEntry("--om-microsoft-text", "#ffffff");
    assertThat(colours(Scheme.DARK))
        .containsEntry("--om-microsoft-fill", "#ffffff")
        .containsEntry("--om-microsoft-border", "#8c8c8c")
        .containsEntry("--om-microsoft-text", "#5e5e5e");
  }

  /** WCAG 2.2: 4.5 for text (1.4.3), 3 for what shows the keyboard focus (1.4.11). */
  @ParameterizedTest
  @CsvSource({
    "--om-microsoft-text, --om-microsoft-fill, 4.5",
    "--om-microsoft-text, --om-microsoft-fill-active, 4.5",
    "--om-title, --om-page, 4.5",
    "--om-focus, --om-page, 3",
  })
  void isReadableInBothSchemes(String foreground, String background, double least) {
    for (Scheme scheme : Scheme.values()) {
      Map<String, String> colours = colours(scheme);
      assertThat(contrast(colours.get(foreground), colours.get(background)))
          .as("%s on %s, %s", foreground, background, scheme)
          .isGreaterThanOrEqualTo(least);
    }
  }

  /** PatternFly 5 gives the card these backgrounds. */
  @ParameterizedTest
  @CsvSource({"LIGHT, #ffffff", "DARK, #26292d"})
  void theFocusRingAndTheButtonStandOutOnTheCard(Scheme scheme, String card) {
    assertThat(contrast(colours(scheme).get("--om-focus"), card)).isGreaterThanOrEqualTo(3);
    assertThat(contrast(colours(scheme).get("--om-microsoft-fill"), card))
        .isGreaterThanOrEqualTo(3);
  }

  private enum Scheme {
    LIGHT(":root {"),
    DARK(":root.pf-v5-theme-dark {");

    private final String selector;

    Scheme(String selector) {
      this.selector = selector;
    }
  }

  private static Map<String, String> colours(Scheme scheme) {
    int start = CSS.indexOf(scheme.selector);
    String block = CSS.substring(start, CSS.indexOf('}', start));
    Map<String, String> colours = new TreeMap<>();
    DEFINITION.matcher(block).results().forEach(m -> colours.put(m.group(1), m.group(2)));
    return colours;
  }

  private static Map<String, Boolean> uses() {
    Map<String, Boolean> uses = new TreeMap<>();
    groups(USE).forEach(name -> uses.put(name, true));
    return uses;
  }

  private static List<String> groups(Pattern pattern) {
    return pattern.matcher(CSS).results().map((MatchResult m) -> m.group(1)).toList();
  }

  /** Contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
