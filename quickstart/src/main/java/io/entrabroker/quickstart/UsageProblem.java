package io.entrabroker.quickstart;

/** The command was called in a way that cannot work; the message says what to write instead. */
final class UsageProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageProblem(String message) {
    super(message);
  }
}
