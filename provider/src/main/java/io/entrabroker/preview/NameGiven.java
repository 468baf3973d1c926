package io.entrabroker.preview;

/** When somebody is given their name in the catalog. */
public enum NameGiven {
  /** At an earlier sign-in. */
  BEFORE,
  /** At this one. */
  NOW
}
