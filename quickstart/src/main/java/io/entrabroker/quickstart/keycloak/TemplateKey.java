package io.entrabroker.quickstart.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A SHA-256 over a setup: file names and contents, never their place or age. */
final class TemplateKey {
  /** Raise this when templates are made differently, so that old ones are not taken. */
  private static final String RECIPE = "1";

  private final MessageDigest digest = sha256();

  private TemplateKey() {}

  static String of(KeycloakSetup setup) {
    TemplateKey key = new TemplateKey();
    key.add(List.of(RECIPE, setup.distribution().version()));
    key.addFiles(setup.jars());
    key.addFiles(setup.realmFiles());
    key.add(new TreeMap<>(setup.importEnvironment()));
    key.add(setup.buildOptions());
    key.add(setup.importOptions());
    return HexFormat.of().formatHex(key.digest.digest());
  }

  private void addFiles(List<Path> files) {
    add(files.size());
    files.stream().sorted(Comparator.comparing(TemplateKey::name)).forEach(this::addFile);
  }

  private void addFile(Path file) {
    try {
      add(name(file));
      add(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Map<String, String> entries) {
    add(entries.keySet());
    add(entries.values());
  }

  private void add(Collection<String> texts) {
    add(texts.size());
    texts.forEach(this::add);
  }

  private void add(String text) {
    add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** With its length in front: without it {@code ab,c} and {@code a,bc} would be the same. */
  private void add(byte[] bytes) {
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
