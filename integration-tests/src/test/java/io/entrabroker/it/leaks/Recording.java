package io.entrabroker.it.leaks;

import io.entrabroker.it.Json;
import io.entrabroker.simulator.web.RecordedRequest;
import io.entrabroker.simulator.web.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What is kept of a run of the integration tests, for {@link NoSecretGotOut} to look through
 * afterwards: every request to a Keycloak and its answer, the servers' files, the output of
 * commands, and the secrets.
 */
public final class Recording {

  /**
   * An option of the server's JVM: what clients would speak otherwise, HTTP/2, does not show on the
   * wire what it says.
   */
  public static final String READABLE = "-Dquarkus.http.http2=false";

  static final String REQUESTS = ".requests";
  static final String ANSWERS = ".answers";

  private static final Recording OF_THIS_RUN = begun(Folders.RECORD);

  private final Folders folders;
  private final AtomicInteger ofKeycloaksOwn = new AtomicInteger();

  private Recording(Folders folders) {
    this.folders = folders;
  }

  public static Recording ofThisRun() {
    return OF_THIS_RUN;
  }

  static Recording begun(Folders folders) {
    try {
      if (Files.exists(folders.root())) {
        try (Stream<Path> old = Files.walk(folders.root())) {
          old.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
      }
      for (Path folder : List.of(folders.traffic(), folders.data(), folders.output())) {
        Files.createDirectories(folder);
      }
      return new Recording(folders);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a relay before a server. */
  public Entrance before(URI server) {
    Relay relay = new Relay(server, folders.traffic());
    return new Entrance(relay.address(), relay::close);
  }

  /** An address that leads somewhere until it is closed. */
  public record Entrance(URI uri, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /** Something that must get nowhere but where its kind belongs. */
  public void secret(SecretKind kind, String value) {
    append(folders.secrets(), Json.write(List.of(kind.name(), value)) + "\n");
  }

  /** Learns every secret that goes to Microsoft or comes from there. */
  public Watcher upstream() {
    return (request, answer) -> {
      if (request.toTokenEndpoint()) {
        sent(request);
        if (ofKeycloaksOwn.get() == 0) {
          received(answer);
        }
      }
    };
  }

  /**
   * Somebody comes in by a provider of Keycloak's own, to compare ours with or to be taken over
   * from: until this is closed, what Microsoft gives is not ours to keep. That provider leaves
   * tokens in the notes of sessions, and so in the database.
   */
  public Visit byKeycloaksOwnProvider() {
    ofKeycloaksOwn.incrementAndGet();
    return ofKeycloaksOwn::decrementAndGet;
  }

  /** As long as somebody is on the way. */
  @FunctionalInterface
  public interface Visit extends AutoCloseable {
    @Override
    void close();
  }

  private void received(String answer) {
    for (String token : List.of("access_token", "refresh_token", "id_token")) {
      secret(SecretKind.MICROSOFTS_TOKEN, Members.of(answer).path(token).asText());
    }
  }

  private void sent(RecordedRequest request) {
    for (String parameter : List.of("client_secret", "client_assertion", "code_verifier")) {
      request.parameter(parameter).ifPresent(text -> secret(SecretKind.UPSTREAM_CREDENTIAL, text));
    }
    request.parameter("code").ifPresent(text -> secret(SecretKind.MICROSOFTS_CODE, text));
  }

  /** What a command has written for its user. */
  public void output(String text) {
    append(folders.output().resolve("commands.txt"), text);
  }

  /** Keeps the data of a server that is about to be stopped, and whose folder goes with it. */
  public void data(Path folder, String name) {
    Path copies = folders.data().resolve(name);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = copies.resolve(folder.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static synchronized void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
