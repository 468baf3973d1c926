package io.entrabroker.quickstart.check;

/** A sign-in did not get where it should; the message says where it ended, without any token. */
final class CheckFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckFailure(String message) {
    super(message);
  }
}
