package io.entrabroker.settings;

import io.entrabroker.clientauth.AppRegistration;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.tenant.Authority;
import io.entrabroker.tenant.DomainPin;
import io.entrabroker.tenant.LoginHosts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads where and how to sign in. */
record ConnectionReader(ConfigReading config, LoginHosts hosts) {

  /** The connection; empty if it cannot be told where people sign in. */
  Optional<Connection> read() {
    Optional<Authority> authority = authority();
    SignInFlow flow = config.value(ConnectionSettings.FLOW);
    AppRegistration registration = registration(flow);
    Set<String> scopes = config.value(ConnectionSettings.SCOPES);
    DomainPin pin = config.value(ConnectionSettings.DOMAIN_PIN);
    Map<String, String> hints = hints();
    config.value(ConnectionSettings.CLAIM_FILTER);
    config.value(ConnectionSettings.TRANSIENT_USERS);
    return authority.map(where -> new Connection(where, pin, registration, flow, scopes, hints));
  }

  private Optional<Authority> authority() {
    String text =
        config.required(
            ConnectionSettings.AUTHORITY,
            "Write the tenant's id, a verified domain, or"
                + " https://login.microsoftonline.com/<tenant id>.");
    return text.isEmpty()
        ? Optional.empty()
        : config.accept(ConnectionSettings.AUTHORITY, Authority.parse(text, hosts));
  }

  private Map<String, String> hints() {
    Map<String, String> hints = new LinkedHashMap<>();
    String prompt = config.value(ConnectionSettings.PROMPT);
    if (!prompt.equals(ConnectionSettings.PROMPT.defaultText())) {
      hints.put("prompt", prompt);
    }
    String domain = config.value(ConnectionSettings.DOMAIN_HINT);
    if (!domain.isEmpty()) {
      hints.put("domain_hint", domain);
    }
    return hints;
  }

  private AppRegistration registration(SignInFlow flow) {
    String clientId =
        config.required(ConnectionSettings.CLIENT_ID, "Write the Application (client) ID.");
    Registration platform = config.value(ConnectionSettings.REGISTRATION);
    if (config.isFine(ConnectionSettings.REGISTRATION, ConnectionSettings.FLOW)) {
      checkSecret(platform, flow);
    }
    if (flow == SignInFlow.ID_TOKEN) {
      return new AppRegistration.WithoutTokenRequest(clientId);
    }
    return platform == Registration.SPA
        ? new AppRegistration.SinglePageApplication(clientId)
        : new AppRegistration.WebApplication(clientId, new Secret(secret()));
  }

  private void checkSecret(Registration platform, SignInFlow flow) {
    String secret = secret();
    boolean none = secret.isEmpty() || secret.equals(SettingsReader.NO_SECRET);
    if (platform == Registration.SPA && !none) {
      config.wrong(
          ConnectionSettings.CLIENT_SECRET,
          "A single-page application must not send a client secret: replace the secret by "
              + SettingsReader.NO_SECRET
              + ", or choose Web.");
    }
    if (platform == Registration.WEB && flow == SignInFlow.CODE && none) {
      config.missing(
          ConnectionSettings.CLIENT_SECRET,
          "A Web registration needs a client secret: paste the Value of a secret (Entra admin"
              + " center > App registrations > Certificates & secrets), or choose spa if the"
              + " redirect URI is registered as a single-page application.");
    }
    boolean placeholder = secret.startsWith("${") && !secret.startsWith("${vault.");
    if (secret.equals(SettingsReader.MASKED) || placeholder) {
      config.wrong(
          ConnectionSettings.CLIENT_SECRET,
          "The client secret is a placeholder, not a secret: paste the Value of the secret, or"
              + " write a vault reference such as ${vault.entra}.");
    }
  }

  private String secret() {
    return config.text(ConnectionSettings.CLIENT_SECRET);
  }
}
