package io.entrabroker.preview;

import java.util.List;

/**
 * One sentence of the report.
 *
 * @param text which one
 * @param values what is put into it; masked already
 */
public record Line(Text text, List<String> values) {

  public Line {
    values = List.copyOf(values);
  }

  static Line of(Text text, String... values) {
    return new Line(text, List.of(values));
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "Line[" + text + "]";
  }
}
