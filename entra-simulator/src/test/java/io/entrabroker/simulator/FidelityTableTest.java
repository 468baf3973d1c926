package io.entrabroker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.simulator.errors.Aadsts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the README says about fidelity is whole and has a reason. {@code -Dupdate.docs=true} writes
 * the table of error codes.
 */
class FidelityTableTest {

  private static final Path README = Path.of("README.md");
  private static final String BEGIN = "<!-- generated: errors -->\n";
  private static final String END = "<!-- end: errors -->";
  private static final Set<String> LABELS = Set.of("documented", "recorded", "assumed", "—");
  private static final Pattern LINK_OR_CODE = Pattern.compile("[`*]");

  @Test
  void everyErrorCodeIsListedWithItsEvidence() throws IOException {
    String text = Files.readString(README);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    assertThat(to).as("markers of the generated table").isGreaterThanOrEqualTo(from);
    String expected = text.substring(0, from) + errors() + text.substring(to);
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(README, expected);
    }

    assertThat(Files.readString(README))
        .as("Run: mvn -pl entra-simulator test -Dtest=FidelityTableTest -Dupdate.docs=true")
        .isEqualTo(expected);
  }

  @Test
  void everyBehaviourSaysHowItIsKnown() throws IOException {
    List<List<String>> rows = behaviours();

    assertThat(rows).hasSizeGreaterThan(120);
    assertThat(rows).allSatisfy(row -> assertThat(LABELS).contains(row.get(1)));
  }

  @Test
  void whateverIsDocumentedNamesThePage() throws IOException {
    assertThat(behaviours())
        .filteredOn(row -> row.get(1).equals("documented"))
        .allSatisfy(row -> assertThat(row.get(2)).as(row.get(0)).isNotBlank());
  }

  @Test
  void noBehaviourIsListedTwice() throws IOException {
    assertThat(behaviours())
        .extracting(row -> LINK_OR_CODE.matcher(row.get(0)).replaceAll(""))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsSaidNotToBeProducedIsNotAndHasAReason() throws IOException {
    String text = fidelity();
    List<List<String>> rows =
        text.substring(
                text.indexOf("### Codes that are not produced"), text.indexOf("### Not there"))
            .lines()
            .filter(line -> line.startsWith("| AADSTS"))
            .map(FidelityTableTest::cells)
            .toList();
    List<String> produced =
        Arrays.stream(Aadsts.values()).map(error -> "AADSTS" + error.code()).toList();

    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.get(1)).isNotBlank());
    assertThat(rows).extracting(row -> row.get(0)).doesNotContainAnyElementsOf(produced);
  }

  @Test
  void everySectionOfTheServerHasRows() throws IOException {
    String tables = fidelity();

    assertThat(tables)
        .contains(
            "### Discovery and keys",
            "### Sign-in page and authorization endpoint",
            "### Token endpoint",
            "### Tokens",
            "### Sign-out and Graph",
            "### Memberships over Graph",
            "### Not there");
  }

  /** The rows with a label: behaviour, label, source. */
  private static List<List<String>> behaviours() throws IOException {
    return fidelity()
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| behaviour |"))
        .filter(line -> !line.startsWith("| code |"))
        .filter(line -> !line.startsWith("| AADSTS"))
        .map(FidelityTableTest::cells)
        .filter(cells -> cells.size() == 3)
        .toList();
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.lastIndexOf('|'));
    return Arrays.stream(inner.split("\\|", -1)).map(String::trim).toList();
  }

  private static String fidelity() throws IOException {
    String text = Files.readString(README);
    int from = text.indexOf("## What is true to Entra");
    assertThat(from).isPositive();
    return text.substring(from);
  }

  private static String errors() {
    Stream<String> rows =
        Arrays.stream(Aadsts.values())
            .sorted(Comparator.comparingInt(Aadsts::code))
            .map(
                error ->
                    "| AADSTS%d | `%s` | %d | %s | %s |"
                        .formatted(
                            error.code(),
                            error.error(),
                            error.status(),
                            error.evidence().label(),
                            error.text().replace("%s", "…")));
    return Stream.concat(
            Stream.of(
                "| AADSTS | error | status at the token endpoint | label | near to Entra's wording |",
                "|---|---|---|---|---|"),
            rows)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
