package io.entrabroker.simulator.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.entrabroker.simulator.directory.Tenant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The published signing keys: always several, of which one signs.
 *
 * <p>A planned roll-over is {@link #publishNext}, {@link #switchToNext}, {@link #retireFormer}; an
 * unplanned one is {@link #rollOver}.
 */
public final class KeyRing {

  /** Stands for the tenant in the issuer of a key that serves every organisation. */
  public static final String ANY_TENANT = "{tenantid}";

  /** The tenant of personal accounts; its keys may vouch for that tenant only. */
  public static final String PERSONAL_ACCOUNTS = Tenant.PERSONAL_ACCOUNTS;

  private final SigningKey personalAccounts = SigningKey.create(PERSONAL_ACCOUNTS);
  private final List<ECKey> ellipticKeys = new ArrayList<>();
  private final Map<String, SigningKey> ofApplications = new HashMap<>();
  private final Deque<SigningKey> next = new ArrayDeque<>(List.of(SigningKey.create(ANY_TENANT)));
  private final List<SigningKey> former = new ArrayList<>();
  private SigningKey current = SigningKey.create(ANY_TENANT);

  /** The key that signs tokens of organisations. */
  public synchronized SigningKey current() {
    return current;
  }

  /** A published key whose issuer is another tenant, so that it may not vouch for ours. */
  public SigningKey personalAccounts() {
    return personalAccounts;
  }

  /** A key that nobody published. */
  public SigningKey unpublished() {
    return SigningKey.create(ANY_TENANT);
  }

  /**
   * An elliptic-curve key that is in the published set from now on: Entra has none, attack tests
   * need one whose signature would verify.
   */
  public synchronized ECKey publishedEllipticKey() {
    if (ellipticKeys.isEmpty()) {
      ellipticKeys.add(newEllipticKey());
    }
    return ellipticKeys.get(0);
  }

  /** The key of an application that has its own, made when it is first needed. */
  public synchronized SigningKey ofApplication(String appId) {
    return ofApplications.computeIfAbsent(
        appId.toLowerCase(Locale.ROOT), id -> SigningKey.create(ANY_TENANT));
  }

  /** A published key of organisations, whether or not it signs at the moment. */
  public synchronized Optional<SigningKey> publishedKey(String keyId) {
    return organisations().filter(key -> key.keyId().equals(keyId)).findFirst();
  }

  /** Publishes one more key that does not sign yet, and answers its id. */
  public synchronized String publishNext() {
    SigningKey key = SigningKey.create(ANY_TENANT);
    next.addLast(key);
    return key.keyId();
  }

  /** The next published key signs from now on; the one before it stays published. */
  public synchronized void switchToNext() {
    former.add(current);
    current = next.isEmpty() ? SigningKey.create(ANY_TENANT) : next.removeFirst();
  }

  /** Keys that no longer sign are no longer published. */
  public synchronized void retireFormer() {
    former.clear();
  }

  /** Rolls over at once: the next key signs, the present one is no longer published. */
  public synchronized void rollOver() {
    switchToNext();
    retireFormer();
    if (next.isEmpty()) {
      publishNext();
    }
  }

  /**
   * The key set document.
   *
   * @param loginHost scheme, host and port of the login host, for the issuers of the keys
   */
  public synchronized Map<String, Object> published(String loginHost) {
    List<Map<String, Object>> keys = new ArrayList<>();
    organisations().forEach(key -> keys.add(key.published(loginHost)));
    keys.add(personalAccounts.published(loginHost));
    for (ECKey key : ellipticKeys) {
      Map<String, Object> members = key.toPublicJWK().toJSONObject();
      members.put("issuer", loginHost + "/" + ANY_TENANT + "/v2.0");
      keys.add(members);
    }
    return Map.of("keys", keys);
  }

  /** The key set document of personal accounts, where no key of organisations stands. */
  public Map<String, Object> publishedForPersonalAccounts(String loginHost) {
    return Map.of("keys", List.of(personalAccounts.published(loginHost)));
  }

  /** The key set document of one application: its own key and no other. */
  public Map<String, Object> publishedFor(String appId, String loginHost) {
    return Map.of("keys", List.of(ofApplication(appId).published(loginHost)));
  }

  private Stream<SigningKey> organisations() {
    return Stream.concat(Stream.of(current), Stream.concat(next.stream(), former.stream()));
  }

  private static ECKey newEllipticKey() {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyUse(KeyUse.SIGNATURE)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("This Java has no elliptic curves", e);
    }
  }
}
