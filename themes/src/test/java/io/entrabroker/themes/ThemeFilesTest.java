package io.entrabroker.themes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The files of the JAR agree with each other and with the parent theme. */
final class ThemeFilesTest {

  private static final Properties THEME =
      ThemeFiles.properties(ThemeFiles.LOGIN.resolve("theme.properties"));

  static Stream<StockThemes> releases() {
    return StockThemes.ofEverySupportedRelease();
  }

  @Test
  void theJarAnnouncesALoginThemeCalledOpenmetadata() throws IOException {
    String json = ThemeFiles.text(ThemeFiles.ROOT.resolve("META-INF/keycloak-themes.json"));

    JsonNode themes = new ObjectMapper().readTree(json).path("themes");

    assertThat(themes).hasSize(1);
    assertThat(themes.get(0).path("name").asText()).isEqualTo("openmetadata");
    assertThat(themes.get(0).path("types")).extracting(JsonNode::asText).containsExactly("login");
  }

  @Test
  void everyAnnouncedTypeIsThereAndNoOther() throws IOException {
    try (Stream<Path> types = Files.list(ThemeFiles.ROOT.resolve("theme/openmetadata"))) {
      assertThat(types).containsExactly(ThemeFiles.LOGIN);
    }
  }

  @Test
  void itIsAChildOfKeycloaksCurrentTheme() {
    assertThat(THEME).containsEntry("parent", "keycloak.v2").containsEntry("darkMode", "true");
  }

  @ParameterizedTest
  @MethodSource("releases")
  void everyStyleSheetExistsAndTheParentsComeFirst(StockThemes stock) {
    List<String> styles = List.of(THEME.getProperty("styles").split(" "));
    List<String> parents = List.of(stock.loginProperties().getProperty("styles").split(" "));

    assertThat(styles)
        .startsWith(parents.toArray(String[]::new))
        .hasSizeGreaterThan(parents.size());
    assertThat(styles)
        .allMatch(
            style ->
                Files.isRegularFile(ThemeFiles.RESOURCES.resolve(style))
                    || stock.hasLoginFile("resources/" + style));
  }

  /** A file of the same name as a stock one replaces it: only the footer is meant to. */
  @ParameterizedTest
  @MethodSource("releases")
  void onlyTheFooterReplacesAStockFile(StockThemes stock) {
    List<String> replaced =
        ThemeFiles.all().stream()
            .filter(file -> file.startsWith(ThemeFiles.LOGIN))
            .map(file -> ThemeFiles.LOGIN.relativize(file).toString())
            .filter(file -> !file.startsWith("messages/") && !file.equals("theme.properties"))
            .filter(stock::hasLoginFile)
            .toList();

    assertThat(replaced).containsExactly("footer.ftl");
  }

  @Test
  void theLogoIsMicrosoftsFourSquaresOnTheirCanvas() throws Exception {
    DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
    xml.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Path logo = ThemeFiles.RESOURCES.resolve("img/microsoft.svg");

    Element svg = xml.newDocumentBuilder().parse(logo.toFile()).getDocumentElement();

    assertThat(svg.getTagName()).isEqualTo("svg");
    assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 21 21");
    assertThat(squares(svg))
        .containsExactly(
            "1,1 9x9 #f25022", "11,1 9x9 #7fba00", "1,11 9x9 #00a4ef", "11,11 9x9 #ffb900");
  }

  private static List<String> squares(Element svg) {
    NodeList squares = svg.getElementsByTagName("rect");
    return IntStream.range(0, squares.getLength())
        .mapToObj(i -> (Element) squares.item(i))
        .map(
            r ->
                "%s,%s %sx%s %s"
                    .formatted(
                        r.getAttribute("x"),
                        r.getAttribute("y"),
                        r.getAttribute("width"),
                        r.getAttribute("height"),
                        r.getAttribute("fill")))
        .toList();
  }
}
