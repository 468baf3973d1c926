package io.entrabroker.it.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/attacks.md is made from the catalogue. {@code -Dupdate.docs=true} writes it. */
class AttackListTest {

  private static final Path LIST = Path.of("..", "docs", "attacks.md");
  private static final int AT_LEAST = 80;

  @Test
  void thereAreManyAttacksAndEachHasANameOfItsOwn() {
    assertThat(Catalogue.ALL).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    assertThat(Stream.concat(Catalogue.ALL.stream(), Catalogue.STOPPED_BY_OTHERS.stream()))
        .extracting(Attack::name)
        .doesNotHaveDuplicates();
  }

  @Test
  void everySwitchStopsSomething() {
    assertThat(Catalogue.ALL).flatExtracting(Attack::switches).contains(Switch.values());
  }

  @Test
  void theListIsCurrent() throws IOException {
    String text = Files.readString(LIST);
    String expected = replaced(text, "switches", switches());
    expected = replaced(expected, "attacks", attacks());
    expected = replaced(expected, "others", stoppedByOthers());
    expected = replaced(expected, "elsewhere", ElsewhereAttacks.rows());
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(LIST, expected);
    }

    assertThat(Files.readString(LIST))
        .as("Run: mvn -pl integration-tests -am test -Dtest=AttackListTest -Dupdate.docs=true")
        .isEqualTo(expected);
  }

  private static String replaced(String text, String part, List<String> lines) {
    String begin = "<!-- generated: " + part + " -->\n";
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf("<!-- end: " + part + " -->");
    assertThat(to).as("marker of %s", part).isGreaterThanOrEqualTo(from);
    return text.substring(0, from) + String.join("\n", lines) + "\n" + text.substring(to);
  }

  private static List<String> switches() {
    List<String> lines = new ArrayList<>();
    lines.add("| Guard | As long as it is on |");
    lines.add("| --- | --- |");
    for (Switch guard : Switch.values()) {
      lines.add("| `" + guard + "` | " + guard.rule() + " |");
    }
    return lines;
  }

  private static List<String> attacks() {
    List<String> lines = new ArrayList<>();
    lines.add(Catalogue.ALL.size() + " attacks.");
    int number = 0;
    for (Topic topic : Topic.values()) {
      lines.addAll(
          List.of(
              "",
              "### " + topic.title(),
              "",
              "| | Attack | Answer | Succeeds without |",
              "| --- | --- | --- | --- |"));
      for (Attack attack : Catalogue.ALL) {
        if (attack.topic() == topic) {
          number++;
          lines.add(row(number, attack));
        }
      }
    }
    return lines;
  }

  private static List<String> stoppedByOthers() {
    List<String> lines = new ArrayList<>();
    lines.add("| | Attack | Answer | Who stops it |");
    lines.add("| --- | --- | --- | --- |");
    for (Attack attack : Catalogue.STOPPED_BY_OTHERS) {
      lines.add(
          "| %d | %s | %s | %s |"
              .formatted(lines.size() - 1, attack.name(), attack.code(), attack.others()));
    }
    return lines;
  }

  private static String row(int number, Attack attack) {
    String switches =
        attack.switches().stream()
            .map(guard -> "`" + guard + "`")
            .collect(Collectors.joining(", "));
    return String.join(" | ", "| " + number, attack.name(), answer(attack), switches) + " |";
  }

  private static String answer(Attack attack) {
    if (attack.ending() == Attack.Ending.KEYCLOAKS_PAGE) {
      return attack.code() + ", Keycloak's page";
    }
    return attack.code().equals("HTTP 404")
        ? "Keycloak's 404; no event, no log line"
        : attack.code();
  }
}
