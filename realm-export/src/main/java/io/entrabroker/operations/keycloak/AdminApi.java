package io.entrabroker.operations.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entrabroker.operations.web.BoundedClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Keycloak's admin REST API, as JSON. Paths are those below {@code /admin/realms}, for example
 * {@code /openmetadata/identity-provider/instances/entra}. Bodies are whatever Jackson can write.
 *
 * @see <a href="https://www.keycloak.org/docs-api/latest/rest-api/index.html">Admin REST API</a>
 */
public final class AdminApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Tokens of admin-cli live a minute. */
  private static final Duration TOKEN_USE = Duration.ofSeconds(40);

  private final BoundedClient client = new BoundedClient(PATIENCE);
  private final URI baseUri;
  private final AdminCredential credential;
  private String token = "";
  private Instant tokenUntil = Instant.MIN;

  /**
   * @param baseUri of the server, without a slash at the end
   * @param user name of an administrator in the realm {@code master}
   */
  public AdminApi(URI baseUri, String user, String password) {
    this(baseUri, AdminCredential.ofPerson(user, password));
  }

  public AdminApi(URI baseUri, AdminCredential credential) {
    this.baseUri = baseUri;
    this.credential = credential;
  }

  /**
   * What a path holds that is no JSON, letter by letter.
   *
   * @throws KeycloakProblem if the answer is not a success
   */
  public String text(String path) {
    HttpResponse<byte[]> response = send(request("GET", path, BodyPublishers.noBody()));
    AdminAnswer answer = answer(response);
    if (!answer.isSuccess()) {
      throw new KeycloakProblem(refusal("GET", path, answer));
    }
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /**
   * @throws KeycloakProblem if the answer is not a success, as from every method here but {@link
   *     #send}
   */
  public JsonNode get(String path) {
    return succeed("GET", path, BodyPublishers.noBody()).body();
  }

  public AdminAnswer post(String path, Object body) {
    return succeed("POST", path, json(body));
  }

  public AdminAnswer put(String path, Object body) {
    return succeed("PUT", path, json(body));
  }

  public AdminAnswer delete(String path) {
    return succeed("DELETE", path, BodyPublishers.noBody());
  }

  /** The answer whatever it is; {@code body} is sent as JSON. */
  public AdminAnswer send(String method, String path, Object body) {
    return exchange(method, path, json(body));
  }

  /** As {@link #send(String, String, Object)} without a body. */
  public AdminAnswer send(String method, String path) {
    return exchange(method, path, BodyPublishers.noBody());
  }

  private AdminAnswer succeed(String method, String path, BodyPublisher body) {
    AdminAnswer answer = exchange(method, path, body);
    if (!answer.isSuccess()) {
      throw new KeycloakProblem(refusal(method, path, answer));
    }
    return answer;
  }

  private static String refusal(String method, String path, AdminAnswer answer) {
    return "Keycloak answered "
        + answer.status()
        + " to "
        + method
        + " /admin/realms"
        + path
        + ": "
        + answer.errorMessage();
  }

  private AdminAnswer exchange(String method, String path, BodyPublisher body) {
    return answer(send(request(method, path, body)));
  }

  private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
    return HttpRequest.newBuilder(URI.create(baseUri + "/admin/realms" + path))
        .header("Authorization", "Bearer " + token())
        .header("Content-Type", "application/json")
        .method(method, body);
  }

  private synchronized String token() {
    if (Instant.now().isAfter(tokenUntil)) {
      AdminAnswer answer = answer(send(tokenRequest()));
      if (!answer.isSuccess()) {
        throw new KeycloakProblem(
            "Keycloak did not let the administrator in: " + answer.errorMessage());
      }
      token = answer.body().path("access_token").asText();
      tokenUntil = Instant.now().plus(TOKEN_USE);
    }
    return token;
  }

  private HttpRequest.Builder tokenRequest() {
    String body =
        credential.form().entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(
            URI.create(
                baseUri + "/realms/" + credential.realm() + "/protocol/openid-connect/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeycloakProblem("Interrupted while waiting for Keycloak's answer", e);
    }
  }

  private static AdminAnswer answer(HttpResponse<byte[]> response) {
    return new AdminAnswer(
        response.statusCode(),
        response.headers().firstValue("Location").orElse(""),
        parsed(response.body()));
  }

  private static JsonNode parsed(byte[] body) {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      // An error page of the server itself.
      return TextNode.valueOf(new String(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BodyPublisher json(Object body) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
