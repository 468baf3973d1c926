package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.entrabroker.samplecatalog.rules.CatalogUser;
import io.entrabroker.samplecatalog.rules.Claims;
import io.entrabroker.samplecatalog.rules.OwnKeys;
import io.entrabroker.samplecatalog.rules.OwnToken;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The catalog's own key, the tokens it signs since 2.0, and the sessions they belong to. */
final class OwnTokens implements OwnKeys {
  /** {@code tokenValidity} of the confidential client. */
  private static final Duration LIFETIME = Duration.ofHours(1);

  private static final int KEY_BITS = 2048;

  private final Clock clock;

  /** What the realm's token of a session said, by session id. */
  private final Map<String, Claims> sessions = new ConcurrentHashMap<>();

  /** Whose personal access tokens there are, by token. */
  private final Map<String, String> personal = new ConcurrentHashMap<>();

  OwnTokens(Clock clock) {
    this.clock = clock;
  }

  /** Made when the first band that signs something needs it: it takes a while. */
  private static final class Key {
    static final RSAKey RSA = generated();

    private static RSAKey generated() {
      try {
        return new RSAKeyGenerator(KEY_BITS).keyID("sample-" + UUID.randomUUID()).generate();
      } catch (JOSEException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  @Override
  public Optional<PublicKey> withId(String keyId) {
    try {
      return Key.RSA.getKeyID().equals(keyId)
          ? Optional.of(Key.RSA.toPublicKey())
          : Optional.empty();
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public boolean isActive(String sessionId) {
    return sessions.containsKey(sessionId);
  }

  /** What the realm's token said when this session began. */
  Optional<Claims> realmClaims(String sessionId) {
    return Optional.ofNullable(sessions.get(sessionId));
  }

  /** A personal access token, good for an hour: in every band it is as good as a password. */
  String personal(CatalogUser user) {
    Instant now = clock.instant();
    String token =
        signed(
            OwnToken.personal(user)
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFETIME).getEpochSecond()));
    personal.put(token, user.name());
    return token;
  }

  /** Whose personal access token this is. It must be a stored one, so nobody looks at its key. */
  Optional<String> ownerOf(String token) {
    return Optional.ofNullable(personal.get(token));
  }

  /** Whether anything was signed outside a session. */
  boolean hasPersonal() {
    return !personal.isEmpty();
  }

  /** The id of a new session. */
  String begin(Claims realmClaims) {
    String id = UUID.randomUUID().toString();
    sessions.put(id, realmClaims);
    return id;
  }

  void end(String sessionId) {
    sessions.remove(sessionId);
  }

  /** A new token for a session. */
  String token(String sessionId, CatalogUser user) {
    Instant now = clock.instant();
    ObjectNode claims =
        OwnToken.claims(user, sessionId)
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(LIFETIME).getEpochSecond());
    return signed(claims);
  }

  private static String signed(ObjectNode claims) {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(Key.RSA.getKeyID()).build();
    JWSObject token = new JWSObject(header, new Payload(claims.toString()));
    try {
      token.sign(new RSASSASigner(Key.RSA));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }

  /** The public half, as a JWK set (RFC 7517). */
  String publicKeys() {
    return new JWKSet(Key.RSA.toPublicJWK()).toString();
  }
}
