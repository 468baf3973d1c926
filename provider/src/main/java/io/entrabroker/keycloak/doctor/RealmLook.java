package io.entrabroker.keycloak.doctor;

import static java.util.Map.entry;

import io.entrabroker.doctor.FrameAncestors;
import io.entrabroker.doctor.RealmState;
import io.entrabroker.doctor.RealmState.SigningKey;
import io.entrabroker.doctor.RealmState.Trait;
import io.entrabroker.doctor.Traits;
import io.entrabroker.keycloak.people.UserProfileGuard;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyStatus;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.urls.UrlType;

/** Looks at a realm. */
record RealmLook(KeycloakSession session, RealmModel realm) {

  private static final String CONTENT_SECURITY_POLICY = "contentSecurityPolicy";
  private static final String X_FRAME_OPTIONS = "xFrameOptions";
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
        longestSession());
  }

  private Set<Trait> traits(String frames) {
    return Traits.of(
        Map.ofEntries(
            entry(Trait.ENABLED, realm.isEnabled()),
            entry(Trait.RS256_BY_DEFAULT, signsWithRs256(realm)),
            entry(Trait.PROFILE_SAFE, UserProfileGuard.isSafe(session)),
            entry(Trait.REGISTRATION, realm.isRegistrationAllowed()),
            entry(Trait.EDIT_USERNAME, realm.isEditUsernameAllowed()),
            entry(Trait.DUPLICATE_EMAILS, realm.isDuplicateEmailsAllowed()),
            entry(Trait.RESET_PASSWORD, realm.isResetPasswordAllowed()),
            entry(Trait.BRUTE_FORCE_PROTECTED, realm.isBruteForceProtected()),
            entry(
                Trait.LOGS_TYPED_NAMES,
                realm.getEventsListenersStream().anyMatch(LOGGING_LISTENER::equals)),
            entry(Trait.PRIVATE_ADDRESS, isPrivate(address())),
            entry(Trait.SSL_REQUIRED, realm.getSslRequired() != SslRequired.NONE),
            entry(Trait.EMAIL_AS_USERNAME, realm.isRegistrationEmailAsUsername()),
            entry(Trait.REFRESH_TOKENS_ONCE, realm.isRevokeRefreshToken()),
            entry(Trait.KEEPS_EVENTS, realm.isEventsEnabled() && realm.isAdminEventsEnabled()),
            entry(Trait.CATALOG_MAY_FRAME, frames.isEmpty() || ancestors().allow(frames))));
  }

  /** Whether tokens are signed with RS256 where a client does not choose. */
  static boolean signsWithRs256(RealmModel realm) {
    // Keycloak takes it where nobody chose.
    return Algorithm.RS256.equals(
        Objects.requireNonNullElse(realm.getDefaultSignatureAlgorithm(), Algorithm.RS256));
  }

  private URI address() {
    return session.getContext().getUri(UrlType.FRONTEND).getBaseUri();
  }

  // https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
  private static boolean isPrivate(URI address) {
    String host = Objects.requireNonNullElse(address.getHost(), "");
    return "https".equals(address.getScheme())
        || host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127(\\.\\d+){3}")
        || host.equals("[::1]");
  }

  private int longestSession() {
    return realm.isRememberMe()
        ? Math.max(realm.getSsoSessionMaxLifespan(), realm.getSsoSessionMaxLifespanRememberMe())
        : realm.getSsoSessionMaxLifespan();
  }

  private FrameAncestors ancestors() {
    Map<String, String> headers = realm.getBrowserSecurityHeaders();
    return new FrameAncestors(
        headers.getOrDefault(CONTENT_SECURITY_POLICY, ""),
        headers.getOrDefault(X_FRAME_OPTIONS, ""));
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
