package io.entrabroker.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keycloak's own themes, from one release's JAR. The build puts the JARs in place. */
record StockThemes(String version, ClassLoader files) {

  /** Oldest supported release, one between, newest. */
  static Stream<StockThemes> ofEverySupportedRelease() {
    Path directory = Path.of(System.getProperty("stock-themes.directory", "target/stock-themes"));
    String versions = System.getProperty("stock-themes.versions", "26.5.6,26.6.4,26.7.3");
    return Stream.of(versions.split(",", -1)).distinct().map(v -> open(directory, v));
  }

  private static StockThemes open(Path directory, String version) {
    Path jar = directory.resolve("keycloak-themes-" + version + ".jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          jar + " is missing: run mvn -pl themes generate-test-resources");
    }
    try {
      return new StockThemes(version, new URLClassLoader(new URL[] {jar.toUri().toURL()}, null));
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where {@code keycloak.v2} looks for a login page's files, nearest first. */
  static List<String> loginChain() {
    return List.of("theme/keycloak.v2/login", "theme/base/login");
  }

  boolean hasLoginFile(String path) {
    return loginChain().stream().anyMatch(theme -> find(theme + "/" + path) != null);
  }

  /** The English texts of the stock login pages. */
  Properties englishTexts() {
    return merged("messages/messages_en.properties");
  }

  Properties loginProperties() {
    return merged("theme.properties");
  }

  private Properties merged(String path) {
    Properties all = new Properties();
    List.of("theme/base/login/" + path, "theme/keycloak.v2/login/" + path)
        .forEach(file -> all.putAll(read(file)));
    return all;
  }

  private Properties read(String path) {
    try (InputStream in = files.getResourceAsStream(path)) {
      return in == null
          ? new Properties()
          : Texts.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable URL find(String path) {
    return files.getResource(path);
  }

  @Override
  public String toString() {
    return "Keycloak " + version;
  }
}
