package io.entrabroker.operations;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Writes what others may have chosen (names, messages, settings): characters that a terminal would
 * obey, and invisible ones that turn text around, are written as programs write them, such as
 * {@code \}{@code u001B}. Line ends and tabs stay.
 */
final class VisibleWriter extends FilterWriter {

  private VisibleWriter(Writer out) {
    super(out);
  }

  /** Writes to another writer without keeping anything back. */
  static PrintWriter to(PrintWriter out) {
    return new PrintWriter(new VisibleWriter(out), true);
  }

  /** What becomes of a text. */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int character = text.codePointAt(at);
      next = at + Character.charCount(character);
      boolean endsLine = character == '\r' && next < text.length() && text.charAt(next) == '\n';
      if (endsLine || isHarmless(character)) {
        visible.appendCodePoint(character);
      } else {
        text.substring(at, next)
            .chars()
            .forEach(unit -> visible.append(String.format("\\u%04X", unit)));
      }
    }
    return visible.toString();
  }

  // https://www.unicode.org/reports/tr9/ for what turns text around: all of it is of the category
  // Cf.
  private static boolean isHarmless(int character) {
    return character == '\n'
        || character == '\t'
        || switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }

  @Override
  public void write(int character) throws IOException {
    write(String.valueOf((char) character));
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(new String(text, offset, length));
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    out.write(visible(text.substring(offset, offset + length)));
  }
}
