package io.entrabroker.simulator.errors;

/** A request was refused with a numbered error; the endpoint decides how to report it. */
public final class AadstsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient AadstsError error;

  public AadstsException(AadstsError error) {
    // Refusals are ordinary answers here: a stack trace would cost time and say nothing.
    super(error.label(), null, false, false);
    this.error = error;
  }

  public AadstsError error() {
    return error;
  }
}
