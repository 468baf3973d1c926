package io.entrabroker.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last good set of keys of one authority, with what was published before as long as it may be
 * trusted, and what is known of the last reading.
 *
 * @param sightings the keys by their ids
 * @param read when a set was last read with success
 * @param attempted when a reading was last attempted
 * @param failures how many attempts in a row have failed; 0 after a success
 */
record HeldKeys(Map<String, Sighting> sightings, Instant read, Instant attempted, int failures) {

  private static final KeyTiming TIMING = KeyTiming.standard();

  /** Nobody rolls over so often: more come from an endpoint that makes keys up. */
  private static final int MOST_KEYS = 300;

  /** More than a request can be late; less than any time that matters here. */
  private static final Duration CLOCK_SET_BACK = Duration.ofMinutes(1);

  HeldKeys {
    sightings = Map.copyOf(sightings);
  }

  /**
   * A key and where and when it was last seen.
   *
   * @param document the document that had it
   */
  record Sighting(PublishedKey key, KeyDocument document, Instant seen) {}

  /** Nothing has been read or attempted. */
  static HeldKeys none() {
    return new HeldKeys(Map.of(), Instant.MIN, Instant.MIN, 0);
  }

  /** The key of this id, as far as it may still be trusted. */
  Optional<PublishedKey> trusted(String keyId, Instant now) {
    return Optional.ofNullable(sightings.get(keyId))
        .filter(sighting -> isTrusted(sighting, now))
        .map(Sighting::key);
  }

  KeyLookup lookUp(String keyId, Instant now) {
    return trusted(keyId, now)
        .<KeyLookup>map(KeyLookup.Found::new)
        .orElseGet(() -> failures > 0 ? new KeyLookup.Unreachable() : new KeyLookup.Unknown());
  }

  /** Whether a reading is due before this key is looked up. */
  boolean isReadingDue(String keyId, Instant now) {
    boolean isGood = sightings.values().stream().anyMatch(sighting -> isTrusted(sighting, now));
    if (!isGood) {
      return failures == 0 || hasPassed(TIMING.retryAfter(failures), attempted, now);
    }
    boolean isWanted = trusted(keyId, now).isEmpty() || hasPassed(TIMING.refreshAfter(), read, now);
    return isWanted && hasPassed(TIMING.readAgainAfter(), attempted, now);
  }

  /** Whether the application has ever been seen to have keys of its own. */
  boolean hasKeysOfApplication() {
    return sightings.values().stream()
        .anyMatch(sighting -> sighting.document() == KeyDocument.OF_APPLICATION);
  }

  /** After a document was read: what it holds is seen now, what is too old goes. */
  HeldKeys after(KeySet set, KeyDocument document, Instant now) {
    Map<String, Sighting> next = new HashMap<>(sightings);
    next.values().removeIf(sighting -> !isTrusted(sighting, now));
    set.keys().values().stream()
        .filter(key -> !isSeenAlready(key.id(), document, now))
        .forEach(key -> next.put(key.id(), new Sighting(key, document, now)));
    if (next.size() > MOST_KEYS) {
      next.values().removeIf(sighting -> !sighting.seen().equals(now));
    }
    return new HeldKeys(next, now, now, 0);
  }

  // The authority's own document comes first; the application's repeats most of it.
  private boolean isSeenAlready(String keyId, KeyDocument document, Instant now) {
    Sighting known = sightings.get(keyId);
    return document == KeyDocument.OF_APPLICATION && known != null && known.seen().equals(now);
  }

  /** After a reading that failed: nothing is lost. */
  HeldKeys afterFailure(Instant now) {
    return new HeldKeys(sightings, read, now, failures + 1);
  }

  private static boolean isTrusted(Sighting sighting, Instant now) {
    return now.isBefore(sighting.seen().plus(TIMING.trustFor()));
  }

  // A clock that was set back must not stop the readings until it has caught up.
  private static boolean hasPassed(Duration time, Instant since, Instant now) {
    return since.equals(Instant.MIN)
        || !now.isBefore(since.plus(time))
        || now.isBefore(since.minus(CLOCK_SET_BACK));
  }
}
