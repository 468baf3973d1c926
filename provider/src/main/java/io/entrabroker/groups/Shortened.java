package io.entrabroker.groups;

/** A text that a person wrote, fit to be repeated in a sentence. */
final class Shortened {

  private static final int LONGEST = 80;

  private Shortened() {}

  static String of(String text) {
    String oneLine = text.replaceAll("\\p{Cntrl}", "?");
    return oneLine.length() <= LONGEST ? oneLine : oneLine.substring(0, LONGEST) + "…";
  }
}
