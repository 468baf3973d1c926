package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** OpenMetadata's API, asked with one token. Redirects are answers and not followed. */
public final class CatalogApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PAGE = 100;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI base;
  private final String token;

  /**
   * @param base of the catalog; slashes at its end do not matter
   * @param token the bearer; empty: nobody says who asks
   */
  public CatalogApi(URI base, String token) {
    this.base = URI.create(base.toString().replaceAll("/+$", ""));
    this.token = token;
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param location the {@code Location} header, empty if there is none
   * @param body the JSON body; a missing node if there is none
   */
  public record Answer(int status, String location, JsonNode body) {
    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** The catalog's explanation of a refusal, or an empty text. */
    public String message() {
      return body.path("message").asText("");
    }
  }

  /** Where it is. */
  public URI base() {
    return base;
  }

  /** The bearer. */
  public AdminToken token() {
    return new AdminToken(token);
  }

  /** The same catalog, asked by somebody else. */
  public CatalogApi as(String otherToken) {
    return new CatalogApi(base, otherToken);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer put(String path, JsonNode body) {
    return send(request(path).PUT(BodyPublishers.ofString(body.toString())));
  }

  public Answer post(String path, JsonNode body) {
    return send(request(path).POST(BodyPublishers.ofString(body.toString())));
  }

  /** Sends a JSON patch (RFC 6902). */
  public Answer patch(String path, JsonNode operations) {
    return send(
        request(path)
            .setHeader("Content-Type", "application/json-patch+json")
            .method("PATCH", BodyPublishers.ofString(operations.toString())));
  }

  /**
   * Everything in a list, page by page.
   *
   * @param path with a query
   * @throws CatalogProblem if the catalog does not give all of it
   */
  public List<JsonNode> all(String path) {
    List<JsonNode> all = new ArrayList<>();
    String after = "";
    do {
      Answer page =
          get(path + "&limit=" + PAGE + (after.isEmpty() ? "" : "&after=" + Texts.encoded(after)));
      if (!page.isSuccess() || !page.body().path("data").isArray()) {
        throw new CatalogProblem(
            "The catalog answered " + page.status() + " to GET " + path + ". " + page.message());
      }
      page.body().path("data").forEach(all::add);
      after = page.body().path("data").isEmpty() ? "" : page.body().at("/paging/after").asText("");
    } while (!after.isEmpty());
    return all;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Location").orElse(""),
          parsed(response.body()));
    } catch (IOException e) {
      throw new CatalogProblem(
          "The catalog does not answer at "
              + base
              + ": is the address right, and is it running? ("
              + e.getClass().getSimpleName()
              + ")",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CatalogProblem("Interrupted while waiting for the catalog's answer", e);
    }
  }

  private static JsonNode parsed(String body) {
    try {
      return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException page) {
      return MissingNode.getInstance();
    }
  }
}
