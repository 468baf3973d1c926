package io.entrabroker.themes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The theme's files as they go into the JAR. */
final class ThemeFiles {

  static final Path ROOT = Path.of("src/main/resources").toAbsolutePath();
  static final Path LOGIN = ROOT.resolve("theme/openmetadata/login");
  static final Path RESOURCES = LOGIN.resolve("resources");

  private ThemeFiles() {}

  /**
   * Text of a file, strictly UTF-8: a byte sequence that is not valid fails, as it would turn into
   * a replacement character on the page.
   */
  static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError(file + " is not UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Properties properties(Path file) {
    return Texts.parse(text(file));
  }

  static List<Path> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> messageBundles() {
    return all().stream().filter(file -> file.getParent().endsWith("messages")).toList();
  }
}
