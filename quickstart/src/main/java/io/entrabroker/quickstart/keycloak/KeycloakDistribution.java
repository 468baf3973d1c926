package io.entrabroker.quickstart.keycloak;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/**
 * An unpacked Keycloak distribution, never written to: servers run on copies of it.
 *
 * @param version Keycloak's own version, for example {@code 26.7.3}
 * @param home the folder that holds {@code bin/kc.sh}
 */
public record KeycloakDistribution(String version, Path home) {
  /** System property: the home of an unpacked distribution, instead of looking for one. */
  public static final String HOME_PROPERTY = "keycloak.home";

  /** System property: which of the unpacked distributions to take, instead of the build's. */
  public static final String VERSION_PROPERTY = "keycloak.version";

  private static final Path UNPACKED = Path.of("quickstart", "target", "keycloak-dist");

  public KeycloakDistribution {
    home = home.toAbsolutePath().normalize();
    if (!Files.isExecutable(home.resolve("bin/kc.sh"))) {
      throw new KeycloakProblem(
          "Keycloak "
              + version
              + " is not unpacked in "
              + home
              + ": run `mvn -pl quickstart process-resources -Dkeycloak.version="
              + version
              + "`.");
    }
  }

  /**
   * The distribution this run is about: {@value #HOME_PROPERTY} if set, else the one that the build
   * unpacked into {@code quickstart/target/keycloak-dist} of the project around the working folder.
   *
   * @throws KeycloakProblem if there is none
   */
  public static KeycloakDistribution find() {
    return find(Path.of(""));
  }

  /** As {@link #find()}, with the project looked for at {@code start} and the folders above it. */
  public static KeycloakDistribution find(Path start) {
    String version = System.getProperty(VERSION_PROPERTY, builtFor());
    String home = System.getProperty(HOME_PROPERTY, "");
    if (!home.isBlank()) {
      return new KeycloakDistribution(version, Path.of(home));
    }
    return new KeycloakDistribution(version, unpacked(start).resolve("keycloak-" + version));
  }

  /** The Keycloak version that the build was made for. */
  static String builtFor() {
    try (InputStream in =
        KeycloakDistribution.class.getResourceAsStream("distribution.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(in, "distribution.properties is not in the JAR"));
      return properties.getProperty("version", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unpacked(Path start) {
    Path here = start.toAbsolutePath().normalize();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(UNPACKED))) {
        return folder.resolve(UNPACKED);
      }
    }
    return here.resolve(UNPACKED);
  }
}
