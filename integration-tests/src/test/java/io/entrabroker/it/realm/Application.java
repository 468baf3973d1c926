package io.entrabroker.it.realm;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * An application of the realm.
 *
 * @param clientId its client id
 * @param redirectUri where it takes people back
 * @param secret the form field that proves it is itself; empty for a public client
 */
record Application(String clientId, String redirectUri, Map<String, String> secret) {
  private static final String CATALOG = "https://catalog.contoso.example";

  /** Keycloak's own account console: the application in which users look at themselves. */
  static Application accountConsole(URI realm) {
    return new Application("account-console", realm + "/account/", Map.of());
  }

  static Application confidentialCatalog() {
    return new Application(
        "openmetadata-web",
        CATALOG + "/callback",
        Map.of("client_secret", ImportedRealm.CLIENT_SECRET));
  }

  static Application publicCatalog() {
    return new Application("openmetadata-spa", CATALOG + "/callback", Map.of());
  }

  /** A token request of this application. */
  Map<String, String> asks(Map<String, String> grant) {
    Map<String, String> form = new TreeMap<>(grant);
    form.putAll(secret);
    form.put("client_id", clientId);
    return form;
  }
}
