package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DoctorReportTest {

  private static String printed(String severity) {
    ObjectNode report = new ObjectMapper().createObjectNode().put("checked", 1);
    report
        .putArray("findings")
        .addObject()
        .put("severity", severity)
        .put("id", "ENTRA6002")
        .put("found", "It is \u001b[32moff.")
        .put("detail", "client \u009b2J")
        .put("remedy", "Turn \u202Eit on.");
    StringWriter written = new StringWriter();
    Surroundings surroundings =
        Surroundings.of(Map.of(), new PrintWriter(written), new PrintWriter(written));
    new DoctorReport(report, Ansi.ON).print(surroundings.out(), surroundings.colours());
    surroundings.out().flush();
    return written.toString();
  }

  @Test
  void onlyOurColoursReachTheTerminal() {
    assertThat(printed("error"))
        .isEqualTo(
            Ansi.ON.string("@|bold,red error|@")
                + "   ENTRA6002  It is \\u001B[32moff.\n"
                + "        client \\u009B2J\n"
                + "        Turn \\u202Eit on.\n\n"
                + "1 checks: 1 error, 0 warnings, 0 notes.\n"
                + "Each code is explained in docs/messages.md.\n");
  }

  @Test
  void aSeverityThatNobodyKnowsHasNoColour() {
    assertThat(printed("\u001b[8mx@|red y|@")).startsWith("\\u001B[8mx@|red y|@ ENTRA6002");
  }
}
