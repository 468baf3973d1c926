package io.entrabroker.it;

import dasniko.testcontainers.keycloak.ExtendableKeycloakContainer;
import io.entrabroker.quickstart.keycloak.LoopbackPorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * Keycloak in its container image, for {@code -Pdocker}. It shares this machine's network, since
 * the simulator is reached over plain http, which the provider allows on loopback only.
 */
final class ContainerKeycloak implements RunningKeycloak {

  private static final class Container extends ExtendableKeycloakContainer<Container> {
    Container(String image) {
      super(image);
    }
  }

  private final Container container;
  private final URI baseUri;
  private final Path log;

  ContainerKeycloak(List<Path> jars, Path realm, List<String> serverOptions, Path work) {
    List<Integer> ports = LoopbackPorts.free(2);
    baseUri = URI.create("http://localhost:" + ports.get(0));
    log = newLog(work);
    container =
        new Container("quay.io/keycloak/keycloak:" + System.getProperty("keycloak.version"))
            .withProviderLibsFrom(
                jars.stream().map(Path::toFile).map(File::getAbsoluteFile).toList())
            .withCopyFileToContainer(
                org.testcontainers.utility.MountableFile.forHostPath(realm),
                "/opt/keycloak/data/import/openmetadata-realm.json")
            .withNetworkMode("host")
            .withCustomCommand(
                String.join(" ", serverOptions)
                    + " --import-realm --http-port="
                    + ports.get(0)
                    + " --http-management-port="
                    + ports.get(1))
            .withLogConsumer(this::write)
            .waitingFor(Wait.forLogMessage(".*Listening on: http.*", 1));
    container.start();
  }

  @Override
  public URI baseUri() {
    return baseUri;
  }

  @Override
  public String adminUser() {
    return container.getAdminUsername();
  }

  @Override
  public String adminPassword() {
    return container.getAdminPassword();
  }

  @Override
  public Path logFile() {
    return log;
  }

  @Override
  public void close() {
    container.stop();
  }

  private static Path newLog(Path work) {
    try {
      Files.createDirectories(work);
      return Files.createTempFile(work, "keycloak-container-", ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(OutputFrame frame) {
    try {
      Files.write(log, frame.getBytes(), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
