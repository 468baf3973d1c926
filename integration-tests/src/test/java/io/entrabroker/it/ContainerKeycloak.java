package io.entrabroker.it;

import dasniko.testcontainers.keycloak.ExtendableKeycloakContainer;
import io.entrabroker.it.leaks.Recording;
import io.entrabroker.quickstart.keycloak.LoopbackPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;

/**
 * Keycloak in its container image, for {@code -Pdocker}. It shares this machine's network, since
 * the simulator is reached over plain http, which the provider allows on loopback only.
 */
final class ContainerKeycloak implements RunningKeycloak {

  private static final String VAULT = "/opt/keycloak/vault";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final class Container extends ExtendableKeycloakContainer<Container> {

    private final List<String> command;

    Container(String image, List<String> command) {
      super(image);
      this.command = command;
    }

    // On this machine's own network there are no ports to map, and 8080 may be taken.
    @Override
    protected void configure() {
      super.configure();
      setExposedPorts(List.of());
      setCommandParts(command.toArray(String[]::new));
    }
  }

  private final Container container;
  private final Recording.Entrance address;
  private final Path log;

  ContainerKeycloak(
      List<Path> jars,
      Path realm,
      List<String> serverOptions,
      Vault vault,
      Path trusted,
      Path work) {
    List<Integer> ports = LoopbackPorts.free(2);
    log = newLog(work);
    List<String> command = new ArrayList<>(List.of("start-dev", "--import-realm"));
    command.add("--http-port=" + ports.get(0));
    command.add("--http-management-port=" + ports.get(1));
    command.addAll(serverOptions);
    command.addAll(List.of(Vault.BUILD_OPTION, "--vault-dir=" + VAULT));
    String image = "quay.io/keycloak/keycloak:" + System.getProperty("keycloak.version");
    container =
        new Container(image, command)
            .withProviderLibsFrom(jars.stream().map(Path::toFile).toList())
            .withCopyFileToContainer(
                MountableFile.forHostPath(realm),
                "/opt/keycloak/data/import/openmetadata-realm.json")
            .withCopyFileToContainer(MountableFile.forHostPath(vault.folder()), VAULT)
            .withCopyFileToContainer(
                MountableFile.forHostPath(trusted), trusted.toAbsolutePath().toString())
            .withEnv("JAVA_OPTS_APPEND", Recording.READABLE)
            .withNetworkMode("host")
            .withLogConsumer(this::write)
            .waitingFor(
                Wait.forLogMessage(".*Listening on: http.*", 1).withStartupTimeout(PATIENCE));
    container.start();
    address = Recording.ofThisRun().before(URI.create("http://localhost:" + ports.get(0)));
  }

  @Override
  public URI baseUri() {
    return address.uri();
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
    address.close();
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
    if (frame.getType() == OutputFrame.OutputType.END) {
      return;
    }
    try {
      Files.write(log, frame.getBytes(), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
