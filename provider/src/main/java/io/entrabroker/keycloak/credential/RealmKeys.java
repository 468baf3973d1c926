package io.entrabroker.keycloak.credential;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import io.entrabroker.clientauth.CertifiedKey;
import io.entrabroker.clientauth.RealmKey;
import java.security.PrivateKey;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keycloak.component.ComponentModel;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyType;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The realm's keys that may sign client assertions. No key is ever made: Keycloak's own look-up of
 * an active key would make one, which nobody has registered in Entra.
 */
record RealmKeys(KeycloakSession session, RealmModel realm) {

  /** The key in use and the one before it. */
  private static final int AT_MOST = 2;

  /** Keys with certificates, by a key's id or a key provider's name. */
  Parsed<List<CertifiedKey>> certified(String name) {
    return named(name)
        .then(
            keys ->
                keys.get(0).getCertificate() == null
                    ? Parsed.refused(
                        "The realm's key has no certificate: give its key provider one.")
                    : pairs(keys));
  }

  private static Parsed<List<CertifiedKey>> pairs(List<KeyWrapper> keys) {
    return pair(keys.get(0))
        .map(
            first ->
                keys.stream()
                    .skip(1)
                    .filter(key -> key.getCertificate() != null)
                    .flatMap(key -> pair(key).asOptional().stream())
                    .findFirst()
                    .map(second -> List.of(first, second))
                    .orElseGet(() -> List.of(first)));
  }

  private static Parsed<CertifiedKey> pair(KeyWrapper key) {
    return KeyPairs.of(key.getPrivateKey(), List.of(key.getCertificate()));
  }

  /** Keys for RS256, by a key's id or a key provider's name; without a name the active ones. */
  Parsed<List<RealmKey>> forRs256(String name) {
    Parsed<List<KeyWrapper>> found =
        name.isEmpty() ? best(signing(RealmKeys::isForRs256), "RS256") : named(name);
    return found.then(
        keys ->
            keys.stream().allMatch(RealmKeys::isForRs256)
                ? Parsed.accepted(keys.stream().map(RealmKeys::realmKey).toList())
                : Parsed.refused(
                    "The realm's key is not for RS256, the only algorithm that Entra takes from"
                        + " other issuers."));
  }

  private static RealmKey realmKey(KeyWrapper key) {
    return new RealmKey(key.getKid(), new JcaSigner((PrivateKey) key.getPrivateKey()));
  }

  private static boolean isForRs256(KeyWrapper key) {
    return Algorithm.RS256.equals(key.getAlgorithmOrDefault());
  }

  private Parsed<List<KeyWrapper>> named(String name) {
    List<KeyWrapper> pinned = signing(key -> name.equals(key.getKid()));
    if (!pinned.isEmpty()) {
      return Parsed.accepted(pinned.subList(0, 1));
    }
    Set<String> providers =
        realm
            .getComponentsStream(realm.getId(), KeyProvider.class.getName())
            .filter(component -> name.equals(component.getName()))
            .map(ComponentModel::getId)
            .collect(Collectors.toSet());
    return best(signing(key -> providers.contains(key.getProviderId())), name);
  }

  private static Parsed<List<KeyWrapper>> best(List<KeyWrapper> keys, String name) {
    return keys.isEmpty()
        ? Parsed.refused(
            "The realm has no enabled RSA key for signatures with the id '"
                + Shortened.of(name)
                + "', nor a key provider of that name with one: see Realm settings > Keys.")
        : Parsed.accepted(keys.stream().limit(AT_MOST).toList());
  }

  // Keycloak gives them by the priority of their providers, which sorting keeps.
  private List<KeyWrapper> signing(Predicate<KeyWrapper> which) {
    return session
        .keys()
        .getKeysStream(realm)
        .filter(key -> key.getUse() == KeyUse.SIG && KeyType.RSA.equals(key.getType()))
        .filter(key -> key.getStatus().isEnabled() && key.getPrivateKey() instanceof PrivateKey)
        .filter(which)
        .sorted(Comparator.comparing(key -> !key.getStatus().isActive()))
        .toList();
  }
}
