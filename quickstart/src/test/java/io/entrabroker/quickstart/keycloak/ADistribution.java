package io.entrabroker.quickstart.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that looks like an unpacked distribution; {@code kc.sh} is the given script. */
final class ADistribution {
  private ADistribution() {}

  static KeycloakDistribution in(Path folder, String version, String script) throws IOException {
    Path home = folder.resolve("keycloak-" + version);
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib/lib"));
    Files.createDirectories(home.resolve("lib/quarkus"));
    Files.writeString(home.resolve("lib/lib/library.jar"), "library");
    Files.writeString(home.resolve("lib/quarkus/built.dat"), "as shipped");
    Path program = home.resolve("bin/kc.sh");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    if (!program.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + program + " executable");
    }
    return new KeycloakDistribution(version, home);
  }

  static KeycloakDistribution in(Path folder) throws IOException {
    return in(folder, "1.2.3", "exit 0");
  }
}
