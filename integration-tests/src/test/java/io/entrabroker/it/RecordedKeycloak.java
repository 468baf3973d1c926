package io.entrabroker.it;

import io.entrabroker.it.leaks.Recording;
import io.entrabroker.it.leaks.SecretKind;
import io.entrabroker.quickstart.keycloak.KeycloakServer;
import io.entrabroker.quickstart.keycloak.KeycloakTemplate;
import io.entrabroker.quickstart.keycloak.StartOptions;
import java.net.URI;
import java.nio.file.Path;

/** A Keycloak from its distribution, of which everything that it is asked and answers is kept. */
public final class RecordedKeycloak implements RunningKeycloak {

  private final KeycloakServer server;
  private final Recording.Entrance address;

  private RecordedKeycloak(KeycloakServer server) {
    this.server = server;
    Recording recording = Recording.ofThisRun();
    recording.secret(SecretKind.PASSWORD, server.adminPassword());
    this.address = recording.before(server.baseUri());
  }

  /**
   * Starts one and waits until it is ready.
   *
   * @param work where its log goes
   */
  public static RecordedKeycloak started(
      KeycloakTemplate template, StartOptions options, Path work) {
    return new RecordedKeycloak(template.start(options.withJvmOptions(Recording.READABLE), work));
  }

  @Override
  public URI baseUri() {
    return address.uri();
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

  /** The process that was started; the server itself is its child. */
  public long pid() {
    return server.pid();
  }

  @Override
  public void close() {
    address.close();
    Recording.ofThisRun()
        .data(server.home().folder().resolve("data"), String.valueOf(server.pid()));
    server.close();
  }
}
