package io.entrabroker.catalog.config;

/** Comments of files whose comments begin with {@code #}. */
final class Comment {

  private static final int WIDTH = 100;

  private Comment() {}

  /**
   * A text as comment lines, each with its line break; nothing for an empty text.
   *
   * @param margin what stands before each line
   */
  static String of(String text, String margin) {
    if (text.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    StringBuilder line = new StringBuilder(margin + "#");
    for (String word : text.split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        out.append(line).append('\n');
        line = new StringBuilder(margin + "#");
      }
      line.append(' ').append(word);
    }
    return out.append(line).append('\n').toString();
  }
}
