package io.entrabroker.operations.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrabroker.operations.web.BoundedClient;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** OpenMetadata's API, asked with one token. Redirects are answers and not followed. */
public final class CatalogApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PAGE = 100;

  /** More than anybody has; a list without an end has more. */
  private static final int PAGES = 2_000;

  private final BoundedClient client = new BoundedClient(PATIENCE);
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
    return send(path, HttpRequest.Builder::GET);
  }

  public Answer put(String path, JsonNode body) {
    return send(path, request -> request.PUT(BodyPublishers.ofString(body.toString())));
  }

  public Answer post(String path, JsonNode body) {
    return send(path, request -> request.POST(BodyPublishers.ofString(body.toString())));
  }

  /** Sends a JSON patch (RFC 6902). */
  public Answer patch(String path, JsonNode operations) {
    return send(
        path,
        request ->
            request
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
    return all(path, PAGES);
  }

  List<JsonNode> all(String path, int mostPages) {
    List<JsonNode> all = new ArrayList<>();
    String after = "";
    int pages = 0;
    do {
      if (++pages > mostPages) {
        throw new CatalogProblem("The catalog's list at GET " + path + " does not end.");
      }
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

  private HttpRequest.Builder request(String path) throws MalformedURLException {
    HttpRequest.Builder request =
        BoundedClient.request(base + path)
            .header("Accept", "application/json")
            .header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(String path, UnaryOperator<HttpRequest.Builder> kind) {
    try {
      HttpResponse<byte[]> response = client.send(kind.apply(request(path)));
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Location").orElse(""),
          parsed(response.body()));
    } catch (MalformedURLException e) {
      throw new CatalogProblem("Nobody can be asked at '" + base + path + "'.", e);
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

  private static JsonNode parsed(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException page) {
      return MissingNode.getInstance();
    }
  }
}
