package io.entrabroker.samplecatalog.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.entrabroker.samplecatalog.rules.SigningKeys;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The realm's public keys, remembered by key id as OpenMetadata does: ten at most, for a day each.
 * A key id that was not found is asked for again with every request.
 *
 * <p>One difference: this has timeouts, where OpenMetadata waits as long as the realm lets it.
 */
final class RealmKeys implements SigningKeys {
  private static final Logger LOG = LoggerFactory.getLogger(RealmKeys.class);
  private static final Duration REMEMBERED = Duration.ofHours(24);
  private static final int MOST = 10;
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final int MOST_BYTES = 1_000_000;

  private final List<URI> addresses;
  private final Clock clock;
  private final Map<String, Found> found =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
          return size() > MOST;
        }
      };

  private record Found(PublicKey key, Instant until) {}

  /** Keys of the key sets at these addresses, which are asked one after the other. */
  RealmKeys(List<URI> addresses, Clock clock) {
    this.addresses = List.copyOf(addresses);
    this.clock = clock;
  }

  @Override
  public synchronized Optional<PublicKey> withId(String keyId) {
    Found known = found.get(keyId);
    if (known != null && clock.instant().isBefore(known.until())) {
      return Optional.of(known.key());
    }
    Optional<PublicKey> fetched =
        addresses.stream().flatMap(address -> fetch(address, keyId).stream()).findFirst();
    fetched.ifPresent(key -> found.put(keyId, new Found(key, clock.instant().plus(REMEMBERED))));
    return fetched;
  }

  private static Optional<PublicKey> fetch(URI address, String keyId) {
    try {
      URL url = address.toURL();
      JWK key = JWKSet.load(url, TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES).getKeyByKeyId(keyId);
      return key instanceof AsymmetricJWK asymmetric
          ? Optional.of(asymmetric.toPublicKey())
          : Optional.empty();
    } catch (IOException | ParseException | JOSEException | IllegalArgumentException unreachable) {
      LOG.warn("No key set at {}: {}", address, unreachable.toString());
      return Optional.empty();
    }
  }
}
