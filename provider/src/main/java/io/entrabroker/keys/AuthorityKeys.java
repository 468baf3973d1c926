package io.entrabroker.keys;

import io.entrabroker.Parsed;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys of one authority, for all sign-ins of this server. One of them reads, when a reading is
 * due; the others go on with the last good set, and wait only if their key is not in it.
 */
public final class AuthorityKeys {

  /** Seconds: two documents, each with a time limit of its own. */
  private static final long LONGEST_WAIT = 10;

  private final AtomicReference<HeldKeys> held = new AtomicReference<>(HeldKeys.none());
  private final ReentrantLock reading = new ReentrantLock();

  /**
   * Looks for a key, and reads the authority's documents first if that is due.
   *
   * @param keyId the {@code kid} of a token's header
   */
  public KeyLookup key(String keyId, Instant now, KeyEndpoint endpoint) {
    HeldKeys before = held();
    if (before.isReadingDue(keyId, now) && enter(before.trusted(keyId, now).isPresent())) {
      try {
        // Whoever waited looks at what the other has found, and does not ask once more.
        if (held() == before) {
          held.set(readOnce(keyId, before, now, endpoint));
        }
      } finally {
        reading.unlock();
      }
    }
    return held().lookUp(keyId, now);
  }

  /**
   * Reads the authority's documents now, whatever the time, and trusts only what they hold. A
   * reading that fails changes nothing.
   *
   * @return whether the authority's own document could be read
   */
  public boolean reload(Instant now, KeyEndpoint endpoint) {
    reading.lock();
    try {
      Parsed<KeySet> own = endpoint.read(KeyDocument.OF_AUTHORITY);
      boolean wantsApplication = held().hasKeysOfApplication();
      HeldKeys fresh = with(own, KeyDocument.OF_AUTHORITY, HeldKeys.none(), now);
      if (fresh.failures() > 0) {
        return false;
      }
      held.set(
          wantsApplication
              ? with(
                  endpoint.read(KeyDocument.OF_APPLICATION), KeyDocument.OF_APPLICATION, fresh, now)
              : fresh);
      return true;
    } finally {
      reading.unlock();
    }
  }

  private HeldKeys held() {
    return Objects.requireNonNull(held.get());
  }

  private boolean enter(boolean keyIsKnown) {
    try {
      return keyIsKnown ? reading.tryLock() : reading.tryLock(LONGEST_WAIT, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static HeldKeys readOnce(
      String keyId, HeldKeys before, Instant now, KeyEndpoint endpoint) {
    HeldKeys next =
        with(endpoint.read(KeyDocument.OF_AUTHORITY), KeyDocument.OF_AUTHORITY, before, now);
    boolean isEnough =
        next.failures() > 0
            || (next.trusted(keyId, now).isPresent() && !next.hasKeysOfApplication());
    return isEnough
        ? next
        : with(endpoint.read(KeyDocument.OF_APPLICATION), KeyDocument.OF_APPLICATION, next, now);
  }

  private static HeldKeys with(
      Parsed<KeySet> read, KeyDocument document, HeldKeys before, Instant now) {
    return read.fold(
        keys -> before.after(keys, document, now), problem -> before.afterFailure(now));
  }
}
