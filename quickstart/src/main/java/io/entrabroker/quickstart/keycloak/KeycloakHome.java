package io.entrabroker.quickstart.keycloak;

import io.entrabroker.operations.keycloak.KeycloakProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A server's own folder: program, configuration and data.
 *
 * @param folder holds {@code bin/kc.sh} and {@code data/}
 * @param keeping whether the folder outlives the server
 */
public record KeycloakHome(Path folder, Keeping keeping) {
  /** What becomes of the folder when its server stops. */
  public enum Keeping {
    KEPT,
    UNTIL_STOPPED
  }

  static final String ADMIN = "admin";
  private static final String PASSWORD_FILE = "admin-password";

  /**
   * Starts the server and waits until it is ready.
   *
   * @param log takes what the server says; created, or written on at its end
   * @throws KeycloakProblem if a port is taken, or it does not become ready in time, or it ends
   */
  public KeycloakServer start(StartOptions options, Path log) {
    return new KeycloakStart(this, options, new ServerLog(log)).run();
  }

  /** The file with the administrator's password, readable by its owner only. */
  public Path adminPasswordFile() {
    return folder.resolve(PASSWORD_FILE);
  }

  /** The password of the administrator {@code admin} of the realm {@code master}. */
  public String adminPassword() {
    try {
      return Files.readString(adminPasswordFile()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes up the administrator's password and keeps it. Keycloak takes it only while its database
   * is empty, so every copy of a template has the template's.
   *
   * @return the variables that the first start must be given
   */
  Map<String, String> createAdmin() throws IOException {
    byte[] random = new byte[18];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Files.createFile(
        adminPasswordFile(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(adminPasswordFile(), password + "\n");
    return Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", password);
  }

  void stopped() {
    if (keeping == Keeping.UNTIL_STOPPED) {
      FileTree.delete(folder);
    }
  }

  /**
   * Whether copies may share a file. {@code kc.sh build} rewrites {@code lib/quarkus}, and a person
   * may edit {@code conf}; the libraries, which are nearly all of the size, never change.
   */
  static boolean isNeverWritten(Path inside) {
    return inside.startsWith(Path.of("lib", "lib"));
  }

  /** What every start has; an option of the same name among {@code chosen} takes its place. */
  static List<String> defaults(List<String> chosen) {
    return List.of(
            "--http-enabled=true",
            "--hostname-strict=false",
            "--http-host=127.0.0.1",
            // Without it the server opens a cluster port on every interface.
            "--cache=local",
            // It reports every unsuccessful question of ours at INFO.
            "--log-level-io.smallrye.health=warn")
        .stream()
        .filter(option -> chosen.stream().noneMatch(other -> name(other).equals(name(option))))
        .toList();
  }

  private static String name(String option) {
    return option.split("=", 2)[0];
  }
}
