package io.entrabroker.simulator.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Values behind handles that nobody can guess; in memory, the oldest go first when it gets full.
 *
 * @param <T> what a handle leads to
 */
public final class Handles<T> {

  private static final int BYTES = 48;
  private static final int MOST = 50_000;

  private final SecureRandom random = new SecureRandom();
  private final String prefix;
  private final Map<String, T> values =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param prefix what every handle starts with; may be the empty text
   */
  public Handles(String prefix) {
    this.prefix = prefix;
  }

  /** Keeps a value and answers its handle: the prefix and 64 URL-safe characters. */
  public synchronized String keep(T value) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String handle = prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    values.put(handle, value);
    return handle;
  }

  public synchronized Optional<T> find(String handle) {
    return Optional.ofNullable(values.get(handle));
  }

  /** Forgets a handle; an unknown one changes nothing. */
  public synchronized void forget(String handle) {
    values.remove(handle);
  }
}
