package io.entrabroker;

/** A text that a person wrote, fit to be repeated in a sentence. */
public final class Shortened {

  private static final int LONGEST = 80;

  private Shortened() {}

  /** In one line of at most 80 characters. */
  public static String of(String text) {
    String oneLine = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return oneLine.length() <= LONGEST ? oneLine : oneLine.substring(0, LONGEST) + "…";
  }
}
