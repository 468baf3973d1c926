package io.entrabroker.keycloak.doctor;

import io.entrabroker.doctor.RealmState;
import io.entrabroker.doctor.RealmState.SigningKey;
import io.entrabroker.doctor.RealmState.Trait;
import io.entrabroker.keycloak.people.UserProfileGuard;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyStatus;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Looks at a realm. */
record RealmLook(KeycloakSession session, RealmModel realm) {

  private static final String CONTENT_SECURITY_POLICY = "contentSecurityPolicy";
  private static final String LOGGING_LISTENER = "jboss-logging";

  /**
   * @param frames origin of a catalog that shows the realm in a frame; empty if none does
   */
  RealmState state(String frames) {
    return new RealmState(
        traits(frames),
        keys(),
        realm
            .getRequiredActionProvidersStream()
            .filter(RequiredActionProviderModel::isEnabled)
            .map(RequiredActionProviderModel::getAlias)
            .collect(Collectors.toSet()),
        realm.getSsoSessionMaxLifespan(),
        frames);
  }

  private Set<Trait> traits(String frames) {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    add(traits, Trait.ENABLED, realm.isEnabled());
    add(
        traits,
        Trait.RS256_BY_DEFAULT,
        // Keycloak takes RS256 where nobody chose.
        Algorithm.RS256.equals(
            Objects.requireNonNullElse(realm.getDefaultSignatureAlgorithm(), Algorithm.RS256)));
    add(traits, Trait.PROFILE_SAFE, UserProfileGuard.isSafe(session));
    add(traits, Trait.REGISTRATION, realm.isRegistrationAllowed());
    add(traits, Trait.EDIT_USERNAME, realm.isEditUsernameAllowed());
    add(traits, Trait.DUPLICATE_EMAILS, realm.isDuplicateEmailsAllowed());
    add(traits, Trait.RESET_PASSWORD, realm.isResetPasswordAllowed());
    add(traits, Trait.BRUTE_FORCE_PROTECTED, realm.isBruteForceProtected());
    add(
        traits,
        Trait.LOGS_TYPED_NAMES,
        realm.getEventsListenersStream().anyMatch(LOGGING_LISTENER::equals));
    add(traits, Trait.CATALOG_MAY_FRAME, frames.isEmpty() || mayBeFramedBy(frames));
    return traits;
  }

  private static void add(Set<Trait> traits, Trait trait, boolean isThere) {
    if (isThere) {
      traits.add(trait);
    }
  }

  // https://www.w3.org/TR/CSP3/#directive-frame-ancestors
  private boolean mayBeFramedBy(String origin) {
    String policy = realm.getBrowserSecurityHeaders().getOrDefault(CONTENT_SECURITY_POLICY, "");
    for (String directive : policy.split(";", -1)) {
      List<String> words = List.of(directive.strip().split("\\s+", -1));
      if (words.get(0).equals("frame-ancestors")) {
        return words.contains(origin);
      }
    }
    return true;
  }

  private List<SigningKey> keys() {
    return session
        .keys()
        .getKeysStream(realm)
        .filter(key -> key.getUse() == KeyUse.SIG && key.getPublicKey() != null)
        .filter(key -> key.getStatus() != KeyStatus.DISABLED)
        .map(RealmLook::key)
        .toList();
  }

  private static SigningKey key(KeyWrapper key) {
    return new SigningKey(
        Objects.requireNonNullElse(key.getKid(), ""),
        Objects.requireNonNullElse(key.getAlgorithm(), ""),
        key.getStatus() == KeyStatus.ACTIVE);
  }
}
