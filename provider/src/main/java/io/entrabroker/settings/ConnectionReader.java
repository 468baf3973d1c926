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

  /** The connection; empty if there is a problem with it. */
  Optional<Connection> read() {
    Optional<Authority> authority = authority();
    Optional<String> clientId =
        config.required(ConnectionSettings.CLIENT_ID, "Write the Application (client) ID.");
    Optional<Registration> platform = config.optional(ConnectionSettings.REGISTRATION);
    Optional<SignInFlow> flow = config.optional(ConnectionSettings.FLOW);
    Optional<Set<String>> scopes = config.optional(ConnectionSettings.SCOPES);
    Optional<DomainPin> pin = config.optional(ConnectionSettings.DOMAIN_PIN);
    Map<String, String> hints = hints();
    config.optional(ConnectionSettings.CLAIM_FILTER);
    config.optional(ConnectionSettings.TRANSIENT_USERS);
    if (platform.isPresent() && flow.isPresent()) {
      checkSecret(platform.get(), flow.get());
    }
    if (!config.problems().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Connection(
            authority.orElseThrow(),
            pin.orElseThrow(),
            registration(platform.orElseThrow(), flow.orElseThrow(), clientId.orElseThrow()),
            flow.orElseThrow(),
            scopes.orElseThrow(),
            hints));
  }

  private Optional<Authority> authority() {
    return config
        .required(
            ConnectionSettings.AUTHORITY,
            "Write the tenant's id, a verified domain, or"
                + " https://login.microsoftonline.com/<tenant id>.")
        .flatMap(text -> config.accept(ConnectionSettings.AUTHORITY, Authority.parse(text, hosts)));
  }

  private Map<String, String> hints() {
    Map<String, String> hints = new LinkedHashMap<>();
    config
        .optional(ConnectionSettings.PROMPT)
        .filter(prompt -> !prompt.equals(ConnectionSettings.PROMPT.defaultText()))
        .ifPresent(prompt -> hints.put("prompt", prompt));
    config
        .optional(ConnectionSettings.DOMAIN_HINT)
        .filter(domain -> !domain.isEmpty())
        .ifPresent(domain -> hints.put("domain_hint", domain));
    return hints;
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

  private AppRegistration registration(Registration platform, SignInFlow flow, String clientId) {
    if (flow == SignInFlow.ID_TOKEN) {
      return new AppRegistration.WithoutTokenRequest(clientId);
    }
    return platform == Registration.SPA
        ? new AppRegistration.SinglePageApplication(clientId)
        : new AppRegistration.WebApplication(clientId, new Secret(secret()));
  }

  private String secret() {
    return config.text(ConnectionSettings.CLIENT_SECRET);
  }
}
