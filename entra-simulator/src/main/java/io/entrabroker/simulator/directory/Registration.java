package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The app registrations that users get: the files of {@code deploy/entra}, which are in the JAR.
 */
public enum Registration {
  /** A Web application: client id and a credential. */
  WEB,
  /** A single-page application: client id only. */
  SPA,
  /** The catalog as an API, for applications that act without a person. */
  INGESTION;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a directory file calls it, and the name of the file: {@code web}. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A Graph {@code application} with everything filled in.
   *
   * @param appId the client id: Entra hands it out, the file cannot know it
   */
  public ObjectNode of(RegistrationSite site, String appId) {
    ObjectNode application = object(site.fill(text(), appId));
    application.put("appId", appId);
    ObjectNode web = (ObjectNode) application.path("web");
    if (!site.hearsOfSignOut()) {
      web.putNull("logoutUrl");
    }
    return application;
  }

  /**
   * The application that an entry of a directory file means: what the registration says, and what
   * the entry adds to it.
   *
   * @param entry with {@code registration}, the name of one; lists become longer, the rest replaces
   */
  static ObjectNode expand(ObjectNode entry) {
    String name = entry.path("registration").asText();
    for (Registration one : values()) {
      if (one.fileName().equals(name)) {
        ObjectNode application = one.of(RegistrationSite.local(), entry.path("appId").asText());
        merge(application, entry.deepCopy().without("registration"));
        return application;
      }
    }
    throw new IllegalArgumentException("There is no registration " + name);
  }

  private static void merge(ObjectNode into, JsonNode more) {
    more.properties()
        .forEach(
            member -> {
              JsonNode there = into.path(member.getKey());
              if (there instanceof ObjectNode object && member.getValue().isObject()) {
                merge(object, member.getValue());
              } else if (there instanceof ArrayNode array && member.getValue().isArray()) {
                member.getValue().forEach(array::add);
              } else {
                into.set(member.getKey(), member.getValue());
              }
            });
  }

  private String text() {
    String name = "/io/entrabroker/simulator/registrations/" + fileName() + ".json";
    try (InputStream file = Registration.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the JAR");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode object(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A registration in the JAR is not JSON", e);
    }
  }
}
