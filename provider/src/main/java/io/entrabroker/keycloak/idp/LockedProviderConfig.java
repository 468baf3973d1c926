package io.entrabroker.keycloak.idp;

import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;

/**
 * What protects a sign-in, answered in code whatever the stored row says, and what Keycloak's OIDC
 * classes offer beyond an interactive sign-in, switched off.
 */
abstract class LockedProviderConfig extends OIDCIdentityProviderConfig {

  LockedProviderConfig() {}

  LockedProviderConfig(IdentityProviderModel model) {
    super(model);
  }

  // Keycloak's own key loaders fill the same cache and do not look at a key's issuer: give them
  // none.
  @Override
  public final boolean isUseJwksUrl() {
    return false;
  }

  @Override
  public final String getPublicKeySignatureVerifier() {
    return null;
  }

  @Override
  public final boolean isValidateSignature() {
    return true;
  }

  @Override
  public final boolean isDisableUserInfoService() {
    return true;
  }

  @Override
  public final String getUserInfoUrl() {
    return null;
  }

  @Override
  public final String getTokenIntrospectionUrl() {
    return null;
  }

  // Nonce and PKCE are this provider's own, under its own names: see AuthorizationNotes.
  @Override
  public final boolean isDisableNonce() {
    return true;
  }

  @Override
  public final boolean isPkceEnabled() {
    return false;
  }

  @Override
  public final Boolean isStoreToken() {
    return false;
  }

  /**
   * What the stored row says of keeping tokens, so that a save which asks for it can be refused.
   */
  final boolean asksToStoreTokens() {
    return Boolean.TRUE.equals(super.isStoreToken());
  }

  @Override
  public final boolean isAccessTokenJwt() {
    return false;
  }

  @Override
  public final boolean isBackchannelSupported() {
    return false;
  }

  @Override
  public final String getLogoutUrl() {
    return null;
  }

  @Override
  public final boolean isJWTAuthorizationGrantEnabled() {
    return false;
  }

  @Override
  public final boolean isSupportsClientAssertions() {
    return false;
  }

  @Override
  public final boolean isLoginHint() {
    return true;
  }

  @Override
  public final boolean isPassMaxAge() {
    return false;
  }

  @Override
  public final String getForwardParameters() {
    return null;
  }

  // The provider adds its own.
  @Override
  public final String getPrompt() {
    return null;
  }
}
