package io.entrabroker.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrabroker.clientauth.Secret;
import io.entrabroker.operations.web.BoundedClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What a running catalog tells everybody, and its administrators. */
final class CatalogWeb {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BoundedClient client = new BoundedClient(PATIENCE);
  private final URI base;
  private final Optional<Secret> token;

  /** Asked by anybody. */
  CatalogWeb(URI base) {
    this(base, Optional.empty());
  }

  /**
   * @param base its address
   * @param token an administrator's token, if there is one
   */
  CatalogWeb(URI base, Optional<Secret> token) {
    this.base = URI.create(base.toString().replaceAll("/+$", ""));
    this.token = token;
  }

  /** The address, without a slash at the end. */
  String address() {
    return base.toString();
  }

  boolean asAdministrator() {
    return token.isPresent();
  }

  /**
   * The JSON at a path that everybody may read; a missing node if there is none.
   *
   * @throws IOException if nobody answers
   */
  JsonNode get(String path) throws IOException {
    return json(send(request(path)));
  }

  /**
   * The JSON at a path that administrators may read; a missing node if there is none.
   *
   * @throws IOException if nobody answers
   * @throws OperationProblem if the token is not an administrator's
   */
  JsonNode getAsAdministrator(String path) throws IOException {
    return asAdministrator(request(path));
  }

  /** The same for what is answered to a question. */
  JsonNode postAsAdministrator(String path, JsonNode body) throws IOException {
    return asAdministrator(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private JsonNode asAdministrator(HttpRequest.Builder request) throws IOException {
    token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
    HttpResponse<byte[]> answer = send(request);
    if (answer.statusCode() == 401 || answer.statusCode() == 403) {
      throw new OperationProblem(
          "The catalog answered "
              + answer.statusCode()
              + ": the token has to be one of an administrator of the catalog, and not expired.");
    }
    return json(answer);
  }

  /**
   * Where a path sends browsers; empty if nowhere.
   *
   * @throws IOException if nobody answers
   */
  String redirect(String path) throws IOException {
    return send(request(path)).headers().firstValue("Location").orElse("");
  }

  private HttpRequest.Builder request(String path) throws IOException {
    return BoundedClient.request(base + path).header("Accept", "application/json");
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
    try {
      return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : MissingNode.getInstance();
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }
}
