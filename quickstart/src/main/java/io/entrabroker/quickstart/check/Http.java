package io.entrabroker.quickstart.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The requests that a page's script makes. */
final class Http {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI origin;

  /**
   * @param origin the page's, scheme to port
   */
  Http(URI origin) {
    this.origin = origin;
  }

  JsonNode get(URI address, String bearer) {
    return json(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + bearer));
  }

  JsonNode post(URI address, Map<String, String> form) {
    return json(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(Query.encode(form))));
  }

  private JsonNode json(HttpRequest.Builder request) {
    HttpRequest asked = request.header("Origin", origin.toString()).timeout(PATIENCE).build();
    try {
      HttpResponse<byte[]> answer = client.send(asked, BodyHandlers.ofByteArray());
      requireReadable(asked, answer);
      JsonNode body = JSON.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new CheckFailure(refusal(asked, answer.statusCode(), body));
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckFailure("Interrupted");
    }
  }

  /** A browser hides an answer of another origin from a page that the answer does not name. */
  private void requireReadable(HttpRequest asked, HttpResponse<byte[]> answer) {
    boolean sameOrigin = asked.uri().toString().startsWith(origin + "/");
    String allowed = answer.headers().firstValue("Access-Control-Allow-Origin").orElse("");
    if (!sameOrigin && !allowed.equals(origin.toString())) {
      throw new CheckFailure(
          asked.uri().getPath() + " may not be read by a page of " + origin + " (CORS)");
    }
  }

  private static String refusal(HttpRequest asked, int status, JsonNode body) {
    String reason =
        body.path("message").asText(body.path("error_description").asText("without a reason"));
    return asked.uri().getPath() + " answered " + status + ": " + reason;
  }
}
