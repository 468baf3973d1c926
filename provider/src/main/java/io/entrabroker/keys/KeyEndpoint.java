package io.entrabroker.keys;

import io.entrabroker.Parsed;

/** Where an authority publishes its keys. */
@FunctionalInterface
public interface KeyEndpoint {

  /**
   * Reads a document, within a time of its own and without an exception.
   *
   * @return the keys, or a sentence that says why there are none
   */
  Parsed<KeySet> read(KeyDocument document);
}
