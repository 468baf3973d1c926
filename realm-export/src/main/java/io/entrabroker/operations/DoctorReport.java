package io.entrabroker.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** The doctor's findings for people. */
final class DoctorReport {

  private static final Map<String, String> STYLES = styles();

  private static final String EXPLAINED = "Each code is explained in docs/messages.md.";

  private final JsonNode report;
  private final Ansi ansi;

  DoctorReport(JsonNode report, Ansi ansi) {
    this.report = report;
    this.ansi = ansi;
  }

  private static Map<String, String> styles() {
    Map<String, String> styles = new LinkedHashMap<>();
    styles.put("error", "bold,red");
    styles.put("warning", "yellow");
    styles.put("note", "cyan");
    return styles;
  }

  /**
   * One finding after the other, the worst first, a line that counts them, and where to read on.
   *
   * @param out for what the server says, and whoever it has it from
   * @param colours for the names of severities in colour, which nobody but us chooses
   */
  void print(PrintWriter out, PrintWriter colours) {
    List<JsonNode> findings = new ArrayList<>();
    report.get("findings").forEach(findings::add);
    findings.sort(Comparator.comparingInt(DoctorReport::rank));
    for (JsonNode finding : findings) {
      printSeverity(severity(finding), out, colours);
      print(finding, out);
    }
    out.println(count(findings));
    if (!findings.isEmpty()) {
      out.println(EXPLAINED);
    }
  }

  private static void print(JsonNode finding, PrintWriter out) {
    String detail = finding.get("detail").asText();
    out.println(" " + finding.get("id").asText() + "  " + finding.get("found").asText());
    if (!detail.isEmpty()) {
      out.println("        " + detail);
    }
    out.println("        " + finding.get("remedy").asText());
    out.println();
  }

  // Padded outside of the style, so that columns stand below one another.
  private void printSeverity(String severity, PrintWriter out, PrintWriter colours) {
    if (STYLES.containsKey(severity)) {
      colours.print(ansi.string("@|" + STYLES.get(severity) + " " + severity + "|@"));
    } else {
      out.print(severity);
    }
    out.print(" ".repeat(Math.max(0, "warning".length() - severity.length())));
  }

  private String count(List<JsonNode> findings) {
    StringBuilder out = new StringBuilder();
    out.append(report.get("checked").asInt()).append(" checks: ");
    List<String> counts = new ArrayList<>();
    for (String severity : STYLES.keySet()) {
      long found = findings.stream().filter(f -> severity(f).equals(severity)).count();
      counts.add(found + " " + severity + (found == 1 ? "" : "s"));
    }
    return out.append(String.join(", ", counts)).append('.').toString();
  }

  /** The worse, the smaller. */
  static int rank(JsonNode finding) {
    return List.copyOf(STYLES.keySet()).indexOf(severity(finding));
  }

  private static String severity(JsonNode finding) {
    return finding.get("severity").asText();
  }
}
