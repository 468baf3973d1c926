package io.entrabroker.operations;

import io.entrabroker.operations.TransportOptions.Server;
import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.operations.keycloak.AdminCredential;
import java.net.URI;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * Where Keycloak is and who asks. Credentials come from the environment: options are seen by all.
 */
final class KeycloakOptions {

  static final String USER = "KEYCLOAK_ADMIN_USERNAME";
  static final String PASSWORD = "KEYCLOAK_ADMIN_PASSWORD";
  static final String CLIENT_ID = "KEYCLOAK_ADMIN_CLIENT_ID";
  static final String CLIENT_SECRET = "KEYCLOAK_ADMIN_CLIENT_SECRET";
  static final String CLIENT_REALM = "KEYCLOAK_ADMIN_CLIENT_REALM";

  @Option(
      names = "--keycloak",
      paramLabel = "URL",
      defaultValue = "http://localhost:8080",
      description = "Keycloak (${DEFAULT-VALUE}).")
  private URI keycloak = URI.create("http://localhost:8080");

  @Option(
      names = "--realm",
      paramLabel = "NAME",
      defaultValue = "openmetadata",
      description = "The realm (${DEFAULT-VALUE}).")
  private String realm = "openmetadata";

  String realm() {
    return realm;
  }

  /**
   * The admin REST API, asked by whom the environment names.
   *
   * @throws OperationProblem naming the variables that are missing, or if others could read what is
   *     sent
   */
  AdminApi admin(Map<String, String> environment, TransportOptions transport) {
    URI address = transport.confidential(keycloak, Server.KEYCLOAK);
    return new AdminApi(withoutSlash(address), credential(environment));
  }

  private static AdminCredential credential(Map<String, String> environment) {
    String user = environment.getOrDefault(USER, "");
    String clientId = environment.getOrDefault(CLIENT_ID, "");
    if (!user.isBlank()) {
      return AdminCredential.ofPerson(user, environment.getOrDefault(PASSWORD, ""));
    }
    if (!clientId.isBlank()) {
      return AdminCredential.ofClient(
          environment.getOrDefault(CLIENT_REALM, "master"),
          clientId,
          environment.getOrDefault(CLIENT_SECRET, ""));
    }
    throw new OperationProblem(
        "Who asks? Set the environment variables "
            + USER
            + " and "
            + PASSWORD
            + ", or "
            + CLIENT_ID
            + " and "
            + CLIENT_SECRET
            + " of a service account (and "
            + CLIENT_REALM
            + " if it is not in the realm master).");
  }

  private static URI withoutSlash(URI uri) {
    return URI.create(uri.toString().replaceAll("/+$", ""));
  }
}
