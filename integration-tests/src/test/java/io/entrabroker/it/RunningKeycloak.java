package io.entrabroker.it;

import io.entrabroker.operations.keycloak.AdminApi;
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
}
