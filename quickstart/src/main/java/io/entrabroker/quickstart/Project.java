package io.entrabroker.quickstart;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import io.entrabroker.quickstart.keycloak.KeycloakDistribution;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout that the quickstart runs from.
 *
 * @param root its folder
 */
record Project(Path root) {
  /** System property that {@code bin/quickstart} sets. */
  static final String ROOT_PROPERTY = "quickstart.root";

  Project {
    root = root.toAbsolutePath().normalize();
  }

  static Project current() {
    return new Project(Path.of(System.getProperty(ROOT_PROPERTY, "")));
  }

  KeycloakDistribution keycloak() {
    return KeycloakDistribution.find(root);
  }

  Path providerJar() {
    return built("provider/target/openmetadata-entra-provider.jar");
  }

  Path themeJar() {
    return built("themes/target/openmetadata-entra-themes.jar");
  }

  Path realmFile() {
    return built("realm-export/openmetadata-realm.json");
  }

  /** Everything the quickstart keeps; git ignores it. */
  Path stateFolder() {
    return root.resolve(".quickstart");
  }

  private Path built(String place) {
    Path file = root.resolve(place);
    if (!Files.isRegularFile(file)) {
      throw new KeycloakProblem(
          file + " is missing: start with bin/quickstart, which builds it, or run `mvn package`.");
    }
    return file;
  }
}
