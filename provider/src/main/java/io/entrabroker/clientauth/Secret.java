package io.entrabroker.clientauth;

/**
 * A secret text that does not show itself.
 *
 * @param reveal the text; call only where it is sent
 */
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
