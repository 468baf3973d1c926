package io.entrabroker.quickstart.keycloak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What makes one prepared Keycloak different from another. Two setups with the same contents share
 * a template, so nothing that changes from run to run (a free port, a fresh secret) belongs in here
 * unless it is kept somewhere.
 *
 * @param distribution the Keycloak to run
 * @param jars provider and theme JARs, copied to {@code providers/}
 * @param realmFiles files for {@code --import-realm}; Keycloak insists on the name {@code
 *     REALM-realm.json}
 * @param importEnvironment values for the placeholders in the realm files; the import sees no other
 *     variable of the caller's environment
 * @param buildOptions options of {@code kc.sh build}
 * @param importOptions further options of the start that imports the realm, such as a provider's
 *     {@code --spi-…}
 */
public record KeycloakSetup(
    KeycloakDistribution distribution,
    List<Path> jars,
    List<Path> realmFiles,
    Map<String, String> importEnvironment,
    List<String> buildOptions,
    List<String> importOptions) {
  private static final String DATABASE = "--db=";
  private static final List<String> EMBEDDED_DATABASE =
      List.of(DATABASE + "dev-file", "--health-enabled=true");

  public KeycloakSetup {
    jars = List.copyOf(jars);
    realmFiles = List.copyOf(realmFiles);
    importEnvironment = Map.copyOf(importEnvironment);
    buildOptions = List.copyOf(buildOptions);
    importOptions = List.copyOf(importOptions);
  }

  /** The bare distribution on its embedded database, with health checks. */
  public static KeycloakSetup of(KeycloakDistribution distribution) {
    return new KeycloakSetup(
        distribution, List.of(), List.of(), Map.of(), EMBEDDED_DATABASE, List.of());
  }

  public KeycloakSetup withJars(Path... more) {
    return new KeycloakSetup(
        distribution,
        joined(jars, List.of(more)),
        realmFiles,
        importEnvironment,
        buildOptions,
        importOptions);
  }

  public KeycloakSetup withRealm(Path file) {
    return new KeycloakSetup(
        distribution,
        jars,
        joined(realmFiles, List.of(file)),
        importEnvironment,
        buildOptions,
        importOptions);
  }

  public KeycloakSetup withImportEnvironment(Map<String, String> variables) {
    Map<String, String> all = new TreeMap<>(importEnvironment);
    all.putAll(variables);
    return new KeycloakSetup(distribution, jars, realmFiles, all, buildOptions, importOptions);
  }

  /**
   * On another database than the embedded one. Where it is goes into the import options and the
   * options of every start.
   *
   * @param kind Keycloak's word for it, such as {@code postgres}
   */
  public KeycloakSetup withDatabase(String kind) {
    List<String> options = new ArrayList<>(buildOptions);
    options.replaceAll(option -> option.startsWith(DATABASE) ? DATABASE + kind : option);
    return new KeycloakSetup(
        distribution, jars, realmFiles, importEnvironment, options, importOptions);
  }

  /** Adds build options to the two that every setup has. */
  public KeycloakSetup withBuildOptions(String... more) {
    return new KeycloakSetup(
        distribution,
        jars,
        realmFiles,
        importEnvironment,
        joined(buildOptions, List.of(more)),
        importOptions);
  }

  public KeycloakSetup withImportOptions(String... more) {
    return new KeycloakSetup(
        distribution,
        jars,
        realmFiles,
        importEnvironment,
        buildOptions,
        joined(importOptions, List.of(more)));
  }

  /** Names the template: a SHA-256 over the contents of everything in here. */
  public String key() {
    return TemplateKey.of(this);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
