package io.entrabroker.simulator.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;

/** A client secret: Graph's {@code passwordCredential} plus the text, which Graph never repeats. */
public final class PasswordCredential {

  private final String secretText;
  private final Instant start;
  private final Instant end;

  private PasswordCredential(String secretText, Instant start, Instant end) {
    this.secretText = secretText;
    this.start = start;
    this.end = end;
  }

  static PasswordCredential read(JsonNode json) {
    return new PasswordCredential(
        json.path("secretText").asText(""),
        GraphObject.text(json, "startDateTime").map(Instant::parse).orElse(Instant.MIN),
        GraphObject.text(json, "endDateTime").map(Instant::parse).orElse(Instant.MAX));
  }

  /** Whether the text is this secret; a credential without {@code secretText} matches nothing. */
  public boolean matches(String text) {
    return !secretText.isEmpty()
        && MessageDigest.isEqual(
            secretText.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether the secret may be used at this moment. */
  public boolean validAt(Instant now) {
    return !now.isBefore(start) && now.isBefore(end);
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "PasswordCredential[***]";
  }
}
