package io.entrabroker.operations;

/** A command could not do what it was asked to; the message says what to do about it. */
final class OperationProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OperationProblem(String message) {
    super(message);
  }
}
