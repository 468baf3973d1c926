package io.entrabroker.keys;

/** What came of looking for a signing key. */
public sealed interface KeyLookup {

  /** The authority publishes it, or has done so within the last day. */
  record Found(PublishedKey key) implements KeyLookup {}

  /** The authority publishes no signing key of this id that may be trusted. */
  record Unknown() implements KeyLookup {}

  /** The authority's keys could not be read: nobody knows. */
  record Unreachable() implements KeyLookup {}
}
