package io.entrabroker.keycloak.idp;

import io.entrabroker.settings.Settings;
import io.entrabroker.settings.SettingsReader;
import io.entrabroker.settings.SettingsReading;
import io.entrabroker.settings.SettingsReading.Activation;
import io.entrabroker.tenant.DomainPin;
import io.entrabroker.tenant.Endpoints;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * The stored row as Keycloak's OIDC classes want to see it. What protects a sign-in is answered
 * here in code, whatever the row says; endpoints are computed, never stored.
 */
final class EntraProviderConfig extends OIDCIdentityProviderConfig {

  private final transient SettingsReader reader;

  // A tenant found in this request, which the stored row of this request does not know yet.
  private transient DomainPin found = DomainPin.none();

  EntraProviderConfig(SettingsReader reader) {
    this.reader = reader;
  }

  EntraProviderConfig(IdentityProviderModel model, SettingsReader reader) {
    super(model);
    this.reader = reader;
  }

  /** The row as typed settings, or its problems. The secret may be a vault reference. */
  SettingsReading reading() {
    return reader.read(rowWithPin());
  }

  /** Reads on with a tenant that was found in this request. */
  void usePin(DomainPin pin) {
    found = pin;
  }

  private Map<String, String> rowWithPin() {
    Map<String, String> row = new HashMap<>(getConfig());
    if (!found.equals(DomainPin.none())) {
      row.put(Settings.DOMAIN_PIN.key(), found.text());
    }
    return row;
  }

  /** As {@link #reading}, with the secret looked up in the vault. */
  SettingsReading readingWithSecret(KeycloakSession session) {
    Map<String, String> config = rowWithPin();
    String stored = Settings.CLIENT_SECRET.textIn(config);
    if (stored.startsWith("${vault.")) {
      try (var secret = session.vault().getStringSecret(stored)) {
        // An unknown reference counts as no secret: its text must not go to Microsoft.
        config.put(Settings.CLIENT_SECRET.key(), secret.get().orElse(""));
      }
    }
    return reader.read(config);
  }

  @Override
  public void validate(RealmModel realm) {
    Map<String, String> config = new HashMap<>(getConfig());
    if (SettingsReader.MASKED.equals(config.get(Settings.CLIENT_SECRET.key()))) {
      storedSecret().ifPresent(secret -> config.put(Settings.CLIENT_SECRET.key(), secret));
    }
    if (Boolean.TRUE.equals(super.isStoreToken())) {
      throw new IllegalArgumentException(
          "This provider keeps no tokens of Microsoft: switch 'Store tokens' off.");
    }
    Activation activation = isEnabled() ? Activation.ENABLED : Activation.DISABLED;
    reader
        .read(config)
        .objection(activation)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
  }

  // The console and the REST interface send asterisks for a secret that is to stay as it is.
  private Optional<String> storedSecret() {
    return Optional.ofNullable(KeycloakSessionUtil.getKeycloakSession())
        .map(session -> session.identityProviders().getByAlias(getAlias()))
        .map(stored -> stored.getConfig().get(Settings.CLIENT_SECRET.key()));
  }

  private String endpoint(Function<Endpoints, URI> which) {
    return reading()
        .settings()
        .flatMap(settings -> settings.endpoints())
        .map(which)
        .map(URI::toString)
        .orElse(null);
  }

  @Override
  public String getAuthorizationUrl() {
    return endpoint(Endpoints::authorization);
  }

  @Override
  public String getTokenUrl() {
    return endpoint(Endpoints::token);
  }

  @Override
  public String getJwksUrl() {
    return endpoint(Endpoints::keys);
  }

  @Override
  public String getIssuer() {
    return reading()
        .settings()
        .flatMap(settings -> settings.endpoints())
        .map(Endpoints::issuer)
        .orElse(null);
  }

  @Override
  public String getDefaultScope() {
    return reading()
        .settings()
        .map(settings -> String.join(" ", settings.scopes()))
        .orElse(Settings.SCOPES.defaultText());
  }

  @Override
  public String getPrompt() {
    return reading().settings().map(settings -> settings.hints().get("prompt")).orElse(null);
  }

  @Override
  public boolean isUseJwksUrl() {
    return true;
  }

  @Override
  public boolean isValidateSignature() {
    return true;
  }

  @Override
  public boolean isDisableUserInfoService() {
    return true;
  }

  @Override
  public String getUserInfoUrl() {
    return null;
  }

  @Override
  public String getTokenIntrospectionUrl() {
    return null;
  }

  // Nonce and PKCE are this provider's own, under its own names: see AuthorizationNotes.
  @Override
  public boolean isDisableNonce() {
    return true;
  }

  @Override
  public boolean isPkceEnabled() {
    return false;
  }

  @Override
  public Boolean isStoreToken() {
    return false;
  }

  @Override
  public boolean isAccessTokenJwt() {
    return false;
  }

  @Override
  public boolean isBackchannelSupported() {
    return false;
  }

  @Override
  public String getLogoutUrl() {
    return null;
  }

  @Override
  public boolean isJWTAuthorizationGrantEnabled() {
    return false;
  }

  @Override
  public boolean isSupportsClientAssertions() {
    return false;
  }

  @Override
  public boolean isLoginHint() {
    return true;
  }

  @Override
  public boolean isPassMaxAge() {
    return false;
  }
}
