package io.entrabroker.operations.catalog;

/**
 * One thing that was looked at after a change.
 *
 * @param result what came of it
 * @param sentence what was looked at, or what is wrong
 */
public record Proof(Result result, String sentence) {

  /** What came of it. */
  public enum Result {
    PROVED,
    /** Nobody knows; the sentence says how to find out. */
    NOT_PROVED,
    FAILED
  }

  static Proof proved(String sentence) {
    return new Proof(Result.PROVED, sentence);
  }

  static Proof notProved(String sentence) {
    return new Proof(Result.NOT_PROVED, sentence);
  }

  static Proof failed(String sentence) {
    return new Proof(Result.FAILED, sentence);
  }

  public boolean isFailure() {
    return result == Result.FAILED;
  }
}
