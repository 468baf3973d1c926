package io.entrabroker.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** The doctor's findings for people. */
final class DoctorReport {

  private static final Map<String, String> STYLES = styles();

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

  /** One finding after the other, the worst first, and a line that counts them. */
  String text() {
    List<JsonNode> findings = new ArrayList<>();
    report.get("findings").forEach(findings::add);
    findings.sort(Comparator.comparingInt(DoctorReport::rank));
    StringBuilder out = new StringBuilder();
    findings.forEach(finding -> append(out, finding));
    return out.append(count(findings)).append('\n').toString();
  }

  private void append(StringBuilder out, JsonNode finding) {
    String detail = finding.get("detail").asText();
    out.append(styled(severity(finding)))
        .append(' ')
        .append(finding.get("id").asText())
        .append("  ")
        .append(finding.get("found").asText())
        .append('\n');
    if (!detail.isEmpty()) {
      out.append("        ").append(detail).append('\n');
    }
    out.append("        ").append(finding.get("remedy").asText()).append("\n\n");
  }

  // Padded outside of the style, so that columns stand below one another.
  private String styled(String severity) {
    String style = STYLES.getOrDefault(severity, "bold");
    return ansi.string("@|" + style + " " + severity + "|@")
        + " ".repeat(Math.max(0, "warning".length() - severity.length()));
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
