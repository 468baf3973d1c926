package io.entrabroker.settings;

import io.entrabroker.clientauth.AppRegistration;
import io.entrabroker.tenant.Authority;
import io.entrabroker.tenant.DomainPin;
import io.entrabroker.tenant.LoginHosts;
import io.entrabroker.tenant.TenantPolicy;
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
    Set<String> scopes = config.value(RequestSettings.SCOPES);
    DomainPin pin = config.value(ConnectionSettings.DOMAIN_PIN);
    Map<String, String> hints = hints();
    config.value(ConnectionSettings.CLAIM_FILTER);
    config.value(ConnectionSettings.TRANSIENT_USERS);
    TenantPolicy several = new TenantsReader(config).read(authority);
    return authority.map(
        where -> new Connection(where, pin, several, registration, flow, scopes, hints));
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
    String prompt = config.value(RequestSettings.PROMPT);
    if (!prompt.equals(RequestSettings.PROMPT.defaultText())) {
      hints.put("prompt", prompt);
    }
    String domain = config.value(RequestSettings.DOMAIN_HINT);
    if (!domain.isEmpty()) {
      hints.put("domain_hint", domain);
    }
    return hints;
  }

  private AppRegistration registration(SignInFlow flow) {
    String clientId =
        config.required(ConnectionSettings.CLIENT_ID, "Write the Application (client) ID.");
    return new CredentialReader(config, flow).registration(clientId);
  }
}
