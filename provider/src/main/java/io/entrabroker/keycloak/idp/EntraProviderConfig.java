package io.entrabroker.keycloak.idp;

import io.entrabroker.keycloak.credential.ClientAuthentication;
import io.entrabroker.keycloak.credential.NodeCredentials;
import io.entrabroker.keycloak.refusal.Findings;
import io.entrabroker.settings.ConnectionSettings;
import io.entrabroker.settings.CredentialSettings;
import io.entrabroker.settings.EntraSettings;
import io.entrabroker.settings.RequestSettings;
import io.entrabroker.settings.SettingsReader;
import io.entrabroker.settings.SettingsReading;
import io.entrabroker.settings.SettingsReading.Activation;
import io.entrabroker.tenant.Authority;
import io.entrabroker.tenant.DomainPin;
import io.entrabroker.tenant.Endpoints;
import io.entrabroker.tenant.LoginHosts;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.KeycloakSessionUtil;

/** The stored row, read through the settings; endpoints are computed, never stored. */
final class EntraProviderConfig extends LockedProviderConfig {

  private final transient SettingsReader reader;
  private final transient NodeCredentials credentials;

  // A tenant found in this request, which the stored row of this request does not know yet.
  private transient DomainPin found = DomainPin.none();

  EntraProviderConfig(SettingsReader reader, NodeCredentials credentials) {
    this.reader = reader;
    this.credentials = credentials;
  }

  EntraProviderConfig(
      IdentityProviderModel model, SettingsReader reader, NodeCredentials credentials) {
    super(model);
    this.reader = reader;
    this.credentials = credentials;
  }

  /** The row as typed settings, or its problems. The secret may be a vault reference. */
  SettingsReading reading() {
    return reader.read(rowWithPin());
  }

  /** As {@link #reading}, with the secret looked up in the vault. */
  SettingsReading readingWithSecret(KeycloakSession session) {
    Map<String, String> config = rowWithPin();
    String stored = ConnectionSettings.CLIENT_SECRET.textIn(config);
    if (stored.startsWith("${vault.") && reading().settings().isPresent()) {
      try (var secret = session.vault().getStringSecret(stored)) {
        // An unknown reference counts as no secret: its text must not go to Microsoft.
        config.put(ConnectionSettings.CLIENT_SECRET.key(), secret.get().orElse(""));
      }
    }
    return reader.read(config);
  }

  /** How the registration proves itself in a request. */
  ClientAuthentication clientAuthentication(KeycloakSession session) {
    return new ClientAuthentication(session, credentials, getAlias());
  }

  /** Whether people sign in by this provider: not if it is disabled or only for linking. */
  boolean isInUse() {
    // Keycloak gives no answer at all where nobody has ever set it.
    return isEnabled() && !Boolean.TRUE.equals(isLinkOnly());
  }

  LoginHosts loginHosts() {
    return reader.hosts();
  }

  /** Reads on with a tenant that was found in this request. */
  void usePin(DomainPin pin) {
    found = pin;
  }

  private Map<String, String> rowWithPin() {
    Map<String, String> row = new HashMap<>(getConfig());
    if (!found.equals(DomainPin.none())) {
      row.put(ConnectionSettings.DOMAIN_PIN.key(), found.text());
    }
    return row;
  }

  @Override
  public void validate(RealmModel realm) {
    if (asksToStoreTokens()) {
      throw new IllegalArgumentException(
          "This provider lets no application have tokens of Microsoft: switch 'Store tokens' off.");
    }
    Map<String, String> submitted = new HashMap<>(getConfig());
    if (SettingsReader.MASKED.equals(submitted.get(ConnectionSettings.CLIENT_SECRET.key()))) {
      stored(ConnectionSettings.CLIENT_SECRET.key())
          .ifPresent(secret -> submitted.put(ConnectionSettings.CLIENT_SECRET.key(), secret));
    }
    SettingsReading reading = reader.read(submitted);
    reading
        .objection(isEnabled() ? Activation.ENABLED : Activation.DISABLED)
        .ifPresent(EntraProviderConfig::refuse);
    reading
        .settings()
        .flatMap(this::previousProviderObjection)
        .ifPresent(EntraProviderConfig::refuse);
    reading.settings().ifPresent(settings -> requireCredential(settings, realm));
    reading.settings().map(settings -> settings.connection().authority()).ifPresent(this::keepPin);
  }

  private static void refuse(String problem) {
    throw new IllegalArgumentException(problem);
  }

  private Optional<String> previousProviderObjection(EntraSettings settings) {
    return Optional.ofNullable(KeycloakSessionUtil.getKeycloakSession())
        .flatMap(session -> PreviousProviders.objection(session, settings, loginHosts()));
  }

  // A provider that is switched off may wait for its file or key, as a realm file that is imported
  // before its keys does.
  private void requireCredential(EntraSettings settings, RealmModel realm) {
    KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
    if (!isEnabled() || session == null || !hasKeys(realm)) {
      return;
    }
    clientAuthentication(session)
        .objection(
            settings.connection().registration(),
            realm,
            (finding, detail) -> Findings.note(session, finding, detail))
        .ifPresent(problem -> refuse(CredentialSettings.KIND.label() + ": " + problem));
  }

  // A realm without any is being imported; asking Keycloak for its keys now would have it remember
  // that there are none.
  private static boolean hasKeys(RealmModel realm) {
    return realm
        .getComponentsStream(realm.getId(), KeyProvider.class.getName())
        .findAny()
        .isPresent();
  }

  // Whoever saves without the pin (a file, an old page of the console) must not lift it: it is the
  // guard against a domain that moves. Another authority drops it.
  private void keepPin(Authority authority) {
    if (ConnectionSettings.DOMAIN_PIN.textIn(getConfig()).isEmpty()) {
      stored(ConnectionSettings.DOMAIN_PIN.key())
          .map(DomainPin::new)
          .filter(pin -> pin.fits(authority))
          .ifPresent(pin -> getConfig().put(ConnectionSettings.DOMAIN_PIN.key(), pin.text()));
    }
  }

  // The console and the REST interface send asterisks for a secret that is to stay as it is.
  private Optional<String> stored(String key) {
    return Optional.ofNullable(KeycloakSessionUtil.getKeycloakSession())
        .map(session -> session.identityProviders().getByAlias(getAlias()))
        .map(stored -> stored.getConfig().get(key));
  }

  /** The tenant's endpoints, if the row is valid and the tenant known. */
  Optional<Endpoints> endpoints() {
    return reading().settings().flatMap(settings -> settings.connection().endpoints());
  }

  private String endpoint(Function<Endpoints, URI> which) {
    return endpoints().map(which).map(URI::toString).orElse(null);
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
    return endpoints().flatMap(Endpoints::issuer).orElse(null);
  }

  @Override
  public String getClientId() {
    return reading()
        .settings()
        .map(settings -> settings.connection().registration().clientId())
        .orElseGet(super::getClientId);
  }

  @Override
  public String getDefaultScope() {
    return reading()
        .settings()
        .map(settings -> String.join(" ", settings.scopes()))
        .orElse(RequestSettings.SCOPES.defaultText());
  }
}
