package io.entrabroker.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleWriterTest {

  @ParameterizedTest
  @CsvSource({
    "001B, \\u001B",
    "0000, \\u0000",
    "0007, \\u0007",
    "0008, \\u0008",
    "000D, \\u000D",
    "007F, \\u007F",
    "009B, \\u009B",
    "00AD, \\u00AD",
    "200B, \\u200B",
    "202E, \\u202E",
    "2028, \\u2028",
    "2066, \\u2066",
    "2069, \\u2069",
    "FEFF, \\uFEFF",
    "E0041, \\uDB40\\uDC41"
  })
  void whatATerminalWouldObeyOrHideIsShown(String codePoint, String shown) {
    String character = Character.toString(Integer.parseInt(codePoint, 16));

    assertThat(VisibleWriter.visible("a" + character + "b")).isEqualTo("a" + shown + "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb\nc\n", "a\r\nb", "Zoë Müller, 山田 😀", "\\u001B[2J @|bold x|@"})
  void whateverElseIsWrittenStays(String text) {
    assertThat(VisibleWriter.visible(text)).isEqualTo(text);
  }

  @Test
  void everyWayOfWritingIsTheSame() {
    StringWriter written = new StringWriter();
    PrintWriter out = VisibleWriter.to(new PrintWriter(written));

    out.print("\u001b");
    out.print('\u001b');
    out.print(new char[] {'\u001b'});
    out.write('\u001b');
    out.write("x\u001bx", 1, 1);
    out.append("\u001b").append('\u001b');
    out.printf("%s", "\u001b");
    out.println("\u001b");
    out.flush();

    assertThat(written.toString()).isEqualTo("\\u001B".repeat(9) + System.lineSeparator());
  }
}
