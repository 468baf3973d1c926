package io.entrabroker.simulator.credentials;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.errors.AadstsException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The keys of external OpenID providers, fetched from their metadata when a token needs them.
 *
 * <p>They are kept for an hour; a key id that is not among them has them fetched again. Of a key
 * set the first hundred keys count. Plain http is allowed here, unlike at Entra.
 */
public final class ExternalIssuers {

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST_KEYS = 100;
  private static final int MOST_BYTES = 512 * 1024;

  private final HttpClient http;
  private final Clock clock;
  private final Map<String, Fetched> byIssuer = new ConcurrentHashMap<>();

  /**
   * @param http decides which servers are trusted; must not follow redirects
   */
  public ExternalIssuers(HttpClient http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  /**
   * The RSA keys that a token with this key id may have been signed with: that one key, or all keys
   * for a token that names none.
   *
   * @throws AadstsException 50166 if metadata or keys cannot be had
   */
  List<RSAPublicKey> keys(String issuer, Optional<String> keyId) {
    Fetched known = byIssuer.get(issuer);
    if (known != null && clock.instant().isBefore(known.at().plus(KEPT))) {
      List<RSAPublicKey> keys = known.keys(keyId);
      if (!keys.isEmpty()) {
        return keys;
      }
    }
    Fetched fresh = new Fetched(clock.instant(), fetch(issuer));
    byIssuer.put(issuer, fresh);
    return fresh.keys(keyId);
  }

  private List<JWK> fetch(String issuer) {
    try {
      Map<String, Object> metadata =
          JSONObjectUtils.parse(
              get(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration"));
      if (!issuer.equals(metadata.get("issuer"))) {
        throw Aadsts.EXTERNAL_ISSUER_FAILED.thrown();
      }
      List<JWK> keys =
          JWKSet.parse(get(String.valueOf(JSONObjectUtils.getString(metadata, "jwks_uri"))))
              .getKeys();
      return keys.subList(0, Math.min(MOST_KEYS, keys.size()));
    } catch (ParseException notJson) {
      throw Aadsts.EXTERNAL_ISSUER_FAILED.thrown();
    }
  }

  private String get(String address) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address)).header("Accept", "application/json").build();
      HttpResponse<byte[]> response = within(http, request);
      if (response.statusCode() == 200 && response.body().length <= MOST_BYTES) {
        return new String(response.body(), StandardCharsets.UTF_8);
      }
    } catch (IllegalArgumentException | ExecutionException | TimeoutException unreachable) {
      throw Aadsts.EXTERNAL_ISSUER_FAILED.thrown();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw Aadsts.EXTERNAL_ISSUER_FAILED.thrown();
  }

  /** The whole answer within the time; the client's own timeout ends with the headers. */
  private static HttpResponse<byte[]> within(HttpClient http, HttpRequest request)
      throws ExecutionException, TimeoutException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      return answer.get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }

  /** What an issuer published, and when it was read. */
  private record Fetched(Instant at, List<JWK> published) {

    List<RSAPublicKey> keys(Optional<String> keyId) {
      return published.stream()
          .filter(RSAKey.class::isInstance)
          .filter(key -> keyId.isEmpty() || keyId.get().equals(key.getKeyID()))
          .map(key -> publicKey((RSAKey) key))
          .toList();
    }

    private static RSAPublicKey publicKey(RSAKey key) {
      try {
        return key.toRSAPublicKey();
      } catch (JOSEException unusable) {
        throw Aadsts.EXTERNAL_ISSUER_FAILED.thrown();
      }
    }
  }
}
