package io.entrabroker.samplecatalog.web;

/**
 * A confidential sign-in or renewal that came to nothing. The message is OpenMetadata's or pac4j's
 * and goes to the person in front of the browser, not into a log.
 */
final class SignInFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SignInFailure(String message) {
    super(message);
  }

  SignInFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
