package io.entrabroker.it.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.entrabroker.it.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The realm's endpoints as an application or a script calls them: no browser, no cookies. */
record RealmEndpoints(URI realm) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * An HTTP answer.
   *
   * @param status the status
   * @param body the JSON body; a missing node if it is empty
   */
  record Answer(int status, JsonNode body) {
    /** The algorithm that signed the token of this name. */
    String algorithmOf(String name) {
      return Json.header(text(name)).path("alg").asText();
    }

    String text(String name) {
      return body.path(name).asText();
    }
  }

  Answer token(Map<String, String> parameters) {
    return answer(
        request("/protocol/openid-connect/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(parameters))));
  }

  Answer clientCredentials(String clientId, String secret) {
    return token(
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            clientId,
            "client_secret",
            secret,
            "scope",
            "openid email profile"));
  }

  Answer account(String bearer) {
    return answer(request("/account").header("Authorization", "Bearer " + bearer).GET());
  }

  Answer changeAccount(String bearer, Object representation) {
    return answer(
        request("/account")
            .header("Authorization", "Bearer " + bearer)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(bytes(representation))));
  }

  Answer registerClient(Object representation) {
    return answer(
        request("/clients-registrations/openid-connect")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(bytes(representation))));
  }

  JsonNode discovery() {
    return answer(request("/.well-known/openid-configuration").GET()).body();
  }

  JsonNode keys() {
    return answer(request("/protocol/openid-connect/certs").GET()).body().path("keys");
  }

  /** {@code a=1&b=2}, for a query or a form. */
  static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(realm + path))
        .timeout(Duration.ofSeconds(60))
        .header("Accept", "application/json");
  }

  private static Answer answer(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      byte[] body = response.body();
      return new Answer(
          response.statusCode(),
          body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for Keycloak", e);
    }
  }

  private static byte[] bytes(Object representation) {
    try {
      return JSON.writeValueAsBytes(representation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
