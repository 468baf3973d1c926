package io.entrabroker.quickstart.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * The simulator's directory: one tenant in the shapes of Microsoft Graph ({@code organization},
 * {@code users}, {@code applications}).
 */
final class DirectoryFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTOSO = "/io/entrabroker/simulator/directory/contoso.json";

  private final JsonNode root;

  private DirectoryFile(JsonNode root) {
    this.root = root;
  }

  /** The one that the simulator uses unless told otherwise. */
  static DirectoryFile contoso() {
    try (InputStream in = DirectoryFile.class.getResourceAsStream(CONTOSO)) {
      return parse(new String(Objects.requireNonNull(in, CONTOSO).readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static DirectoryFile parse(String json) throws IOException {
    return new DirectoryFile(JSON.readTree(json));
  }

  String tenantId() {
    return root.at("/organization/id").asText();
  }

  /** Everybody, in the order of the file. */
  List<Person> people() {
    return StreamSupport.stream(root.path("users").spliterator(), false)
        .map(DirectoryFile::person)
        .toList();
  }

  /**
   * The first client secret of an application; the newest stands first.
   *
   * @throws IllegalStateException if the directory has none
   */
  String clientSecret(String appId) {
    return StreamSupport.stream(root.path("applications").spliterator(), false)
        .filter(application -> application.path("appId").asText().equals(appId))
        .map(application -> application.at("/passwordCredentials/0/secretText").asText())
        .filter(secret -> !secret.isEmpty())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No client secret of " + appId));
  }

  private static Person person(JsonNode user) {
    return new Person(
        user.path("id").asText(),
        user.path("userPrincipalName").asText(),
        user.path("displayName").asText(),
        user.path("mail").asText(""),
        standing(user));
  }

  private static Person.Standing standing(JsonNode user) {
    if (!user.path("accountEnabled").asBoolean(true)) {
      return Person.Standing.DISABLED;
    }
    boolean guest = user.path("userType").asText().toLowerCase(Locale.ROOT).equals("guest");
    return guest ? Person.Standing.GUEST : Person.Standing.MEMBER;
  }
}
