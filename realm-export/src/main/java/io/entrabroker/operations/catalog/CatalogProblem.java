package io.entrabroker.operations.catalog;

/** A catalog could not be asked or changed; the message says what to do about it. */
public final class CatalogProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CatalogProblem(String message) {
    super(message);
  }

  public CatalogProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
