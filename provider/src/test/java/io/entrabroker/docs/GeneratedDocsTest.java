package io.entrabroker.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.diagnostics.AadstsCode;
import io.entrabroker.diagnostics.Finding;
import io.entrabroker.diagnostics.Remedy;
import io.entrabroker.doctor.Check;
import io.entrabroker.people.PeopleTables;
import io.entrabroker.refresh.RefusalRule;
import io.entrabroker.settings.Setting;
import io.entrabroker.settings.Settings;
import io.entrabroker.signin.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tables in docs/ come from the definitions. {@code -Dupdate.docs=true} writes them. */
class GeneratedDocsTest {

  private static final Path DOCS = Path.of("..", "docs");

  @Test
  void theConfigurationTablesAreCurrent() throws IOException {
    for (Settings.Chapter chapter : Settings.CHAPTERS) {
      check("configuration.md", chapter.name(), () -> settings(chapter.settings()));
    }
  }

  @Test
  void theTableOfFindingsIsCurrent() throws IOException {
    check("messages.md", "findings", GeneratedDocsTest::findings);
  }

  @Test
  void theTableOfTheDoctorsChecksIsCurrent() throws IOException {
    check("messages.md", "doctor", GeneratedDocsTest::checks);
  }

  @Test
  void theTableOfRefusalsIsCurrent() throws IOException {
    check("messages.md", "refusals", GeneratedDocsTest::refusals);
  }

  @Test
  void theTablesOfMicrosoftsCodesAreCurrent() throws IOException {
    check("messages.md", "aadsts", () -> aadstsCodes(AadstsCode.Place.KEYCLOAK));
    check("messages.md", "aadsts at Microsoft", () -> aadstsCodes(AadstsCode.Place.MICROSOFT));
  }

  @Test
  void theTableOfAnswersToARefreshIsCurrent() throws IOException {
    check("staying-current.md", "answers", GeneratedDocsTest::answersToARefresh);
  }

  @Test
  void theTablesOfPeopleAreCurrent() throws IOException {
    for (Map.Entry<String, List<List<String>>> table : PeopleTables.all().entrySet()) {
      check("people.md", table.getKey(), () -> people(table.getValue()));
    }
  }

  private static void check(String file, String name, Supplier<List<String>> table)
      throws IOException {
    Path path = DOCS.resolve(file);
    String text = Files.readString(path);
    String begin = "<!-- generated: " + name + " -->\n";
    String end = "<!-- end: " + name + " -->";
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf(end);
    assertThat(from).as("marker of %s in %s", name, file).isGreaterThanOrEqualTo(begin.length());
    String expected =
        text.substring(0, from) + String.join("\n", table.get()) + "\n" + text.substring(to);
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(path, expected);
    }

    assertThat(Files.readString(path))
        .as("Run: mvn -pl provider test -Dtest=GeneratedDocsTest -Dupdate.docs=true")
        .isEqualTo(expected);
  }

  private static List<String> settings(List<Setting<?>> settings) {
    List<String> rows = new ArrayList<>();
    rows.add("| Field | Key | Default | Meaning |");
    rows.add("| --- | --- | --- | --- |");
    for (Setting<?> setting : settings) {
      String fallback = setting.defaultText().isEmpty() ? "–" : "`" + setting.defaultText() + "`";
      rows.add(row(setting.label(), "`" + setting.key() + "`", fallback, setting.help()));
    }
    return rows;
  }

  private static List<String> people(List<List<String>> cells) {
    List<String> rows = new ArrayList<>();
    rows.add("| Person | What decides | In the catalog |");
    rows.add("| --- | --- | --- |");
    // The line breaks in the last cell are meant.
    cells.forEach(cell -> rows.add(row(cell.toArray(String[]::new)).replace("&lt;br>", "<br>")));
    return rows;
  }

  private static List<String> refusals() {
    List<String> rows = new ArrayList<>();
    rows.add("| Code | What happened | What to do |");
    rows.add("| --- | --- | --- |");
    for (Rejection rejection : Rejection.values()) {
      rows.add(row(rejection.code(), rejection.whatHappened(), rejection.whatToDo()));
    }
    return rows;
  }

  private static List<String> answersToARefresh() {
    List<String> rows = new ArrayList<>();
    rows.add("| What Entra says | Codes | What follows |");
    rows.add("| --- | --- | --- |");
    for (RefusalRule rule : RefusalRule.values()) {
      String codes = rule.numbers().stream().map(String::valueOf).collect(Collectors.joining(", "));
      rows.add(row(rule.why(), codes, rule.verdict().meaning()));
    }
    return rows;
  }

  private static List<String> checks() {
    List<String> rows = new ArrayList<>();
    rows.add("| Code | How bad | What was found | What to do |");
    rows.add("| --- | --- | --- | --- |");
    Check.all().stream()
        .sorted(Comparator.comparingInt(Check::number))
        .map(GeneratedDocsTest::row)
        .forEach(rows::add);
    return rows;
  }

  private static String row(Check check) {
    String text = row(check.code(), check.severity().text(), check.found(), check.remedy());
    return "| <a id=\"" + check.anchor() + "\"></a>" + text.substring("| ".length());
  }

  @Test
  void everyLinkOfTheDoctorLeadsToTheRowOfItsCode() throws IOException {
    for (Check check : Check.all()) {
      String[] link = check.link().split("#", 2);

      assertThat(Files.readString(DOCS.resolveSibling(link[0])).lines())
          .filteredOn(line -> line.contains("<a id=\"" + link[1] + "\">"))
          .singleElement()
          .asString()
          .contains("</a>" + check.code() + " |", check.remedy().replace("<", "&lt;"));
    }
  }

  private static List<String> findings() {
    List<String> rows = new ArrayList<>();
    rows.add("| Code | What was found | What to do |");
    rows.add("| --- | --- | --- |");
    for (Finding finding : Finding.values()) {
      rows.add(row(finding.code(), finding.whatWasFound(), finding.whatToDo()));
    }
    return rows;
  }

  private static List<String> aadstsCodes(AadstsCode.Place place) {
    List<String> rows = new ArrayList<>();
    rows.add("| Code | What happened | Who can mend it | How |");
    rows.add("| --- | --- | --- | --- |");
    for (AadstsCode code : AadstsCode.all()) {
      if (code.place() == place || code.place() == AadstsCode.Place.EITHER) {
        Remedy remedy = code.remedy();
        rows.add(
            row("AADSTS" + code.number(), code.whatHappened(), remedy.who().text(), remedy.how()));
      }
    }
    return rows;
  }

  private static String row(String... cells) {
    List<String> escaped = new ArrayList<>();
    for (String cell : cells) {
      escaped.add(cell.replace("|", "\\|").replace("<", "&lt;").replace("\n", " "));
    }
    return "| " + String.join(" | ", escaped) + " |";
  }
}
