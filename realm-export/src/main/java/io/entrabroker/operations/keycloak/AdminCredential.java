package io.entrabroker.operations.keycloak;

import java.util.Map;
import java.util.TreeMap;

/**
 * How an administrator proves who they are.
 *
 * @param realm where they sign in
 * @param form what is sent to its token endpoint
 */
public record AdminCredential(String realm, Map<String, String> form) {

  private static final String MASTER = "master";
  private static final String CLIENT_ID = "client_id";
  private static final String GRANT = "grant_type";

  public AdminCredential {
    form = Map.copyOf(form);
  }

  /** A person's, in the realm {@code master}. */
  public static AdminCredential ofPerson(String user, String password) {
    return new AdminCredential(
        MASTER,
        Map.of(GRANT, "password", CLIENT_ID, "admin-cli", "username", user, "password", password));
  }

  /** A service account's. */
  public static AdminCredential ofClient(String realm, String clientId, String secret) {
    return new AdminCredential(
        realm, Map.of(GRANT, "client_credentials", CLIENT_ID, clientId, "client_secret", secret));
  }

  @Override
  public String toString() {
    return "AdminCredential[realm=" + realm + ", form=" + new TreeMap<>(form).keySet() + "]";
  }
}
