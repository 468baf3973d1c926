package io.entrabroker.it;

import io.entrabroker.operations.keycloak.AdminApi;
import io.entrabroker.quickstart.keycloak.KeycloakServer;
import java.net.URI;
import java.nio.file.Path;

/** A Keycloak that runs for the tests, from its distribution or in a container. */
public interface RunningKeycloak extends AutoCloseable {

  /** {@code http://localhost:port}. */
  URI baseUri();

  /** The administrator who was made at the first start. */
  String adminUser();

  String adminPassword();

  /** Everything the server has written so far. */
  Path logFile();

  @Override
  void close();

  /** The issuer of the realm. */
  default URI realmUri() {
    return URI.create(baseUri().toString().replaceAll("/$", "") + "/realms/openmetadata");
  }

  default AdminApi admin() {
    return new AdminApi(baseUri(), adminUser(), adminPassword());
  }

  /** A server of the harness. */
  static RunningKeycloak of(KeycloakServer server) {
    return new RunningKeycloak() {
      @Override
      public URI baseUri() {
        return server.baseUri();
      }

      @Override
      public String adminUser() {
        return server.adminUser();
      }

      @Override
      public String adminPassword() {
        return server.adminPassword();
      }

      @Override
      public Path logFile() {
        return server.logFile();
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }
}
