package io.entrabroker.quickstart.keycloak;

import io.entrabroker.operations.keycloak.AdminApi;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A running Keycloak that was started here, and is stopped by {@link #close()}. */
public final class KeycloakServer implements AutoCloseable {
  /** The realm that the project is about. */
  public static final String REALM = "openmetadata";

  private final KeycloakHome home;
  private final KeycloakProcess process;
  private final Ports ports;
  private final Duration startupTime;

  KeycloakServer(KeycloakHome home, KeycloakProcess process, Ports ports, Duration startupTime) {
    this.home = home;
    this.process = process;
    this.ports = ports;
    this.startupTime = startupTime;
  }

  /**
   * {@code http://localhost:PORT}, without a slash at its end. By name, because Entra ID ignores
   * the port of a redirect URI for {@code localhost} only.
   */
  public URI baseUri() {
    return URI.create("http://localhost:" + ports.http());
  }

  /** The realm {@value #REALM}: the issuer of its tokens. */
  public URI realmUri() {
    return URI.create(baseUri() + "/realms/" + REALM);
  }

  /** The administrator of the realm {@code master}. */
  public String adminUser() {
    return KeycloakHome.ADMIN;
  }

  public String adminPassword() {
    return home.adminPassword();
  }

  /** The admin REST API, as {@link #adminUser()}. */
  public AdminApi admin() {
    return new AdminApi(baseUri(), adminUser(), adminPassword());
  }

  public KeycloakHome home() {
    return home;
  }

  /** Everything that the server has written to its console. */
  public Path logFile() {
    return process.log().file();
  }

  /** From the start of the process until the server was ready. */
  public Duration startupTime() {
    return startupTime;
  }

  /** Keycloak's own "started in" figure; in 26.7 it leaves out database and realm. */
  public Optional<Duration> startedIn() {
    return process.log().startedIn();
  }

  /** The process that was started; the server itself is its child. */
  public long pid() {
    return process.pid();
  }

  /** Waits until the server ends, whoever ends it. */
  public void awaitEnd() {
    process.awaitEnd();
  }

  /** Stops the server and waits for its end; a second call does nothing. */
  @Override
  public void close() {
    process.close();
    home.stopped();
  }
}
