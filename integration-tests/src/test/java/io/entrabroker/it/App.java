package io.entrabroker.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.signin.Pkce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.htmlunit.WebResponse;

/**
 * An application of the realm, played by the test.
 *
 * @param stack the realm's stack
 * @param clientId the client
 * @param redirectUri a registered redirect URI
 * @param credentials what the client adds to the token request
 */
public record App(
    Stack stack, String clientId, String redirectUri, Map<String, String> credentials) {

  /** Gets an ID token by code with the session that the person's browser holds. */
  public String idToken(Person person) {
    return tokens(person).get("id_token").asText();
  }

  /** Gets tokens by code with the session that the person's browser holds. */
  public JsonNode tokens(Person person) {
    Pkce pkce = new Pkce("a".repeat(43));
    String query =
        form(
            Map.of(
                "response_type",
                "code",
                "scope",
                "openid",
                "client_id",
                clientId,
                "redirect_uri",
                redirectUri,
                "code_challenge_method",
                Pkce.METHOD,
                "code_challenge",
                pkce.challenge()));
    WebResponse response = person.openWithoutFollowing(endpoint() + "/auth?" + query);
    assertThat(response.getStatusCode()).isEqualTo(302);
    String code = Person.parameter(response.getResponseHeaderValue("Location"), "code");
    Map<String, String> request = new HashMap<>(credentials);
    request.put("grant_type", "authorization_code");
    request.put("client_id", clientId);
    request.put("redirect_uri", redirectUri);
    request.put("code", code);
    request.put("code_verifier", pkce.verifier());
    return Json.read(post(endpoint() + "/token", request));
  }

  /** What the realm's UserInfo endpoint says to an access token. */
  public JsonNode userInfo(String accessToken) {
    return Json.read(post(endpoint() + "/userinfo", Map.of("access_token", accessToken)));
  }

  /** What the realm's introspection endpoint says of a token. */
  public JsonNode introspection(String token) {
    Map<String, String> request = new HashMap<>(credentials);
    request.put("client_id", clientId);
    request.put("token", token);
    return Json.read(post(endpoint() + "/token/introspect", request));
  }

  private String endpoint() {
    return stack.keycloak().realmUri() + "/protocol/openid-connect";
  }

  /** Posts a form and gives the body of the answer. */
  public static String post(String url, Map<String, String> form) {
    return send(HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(form)))
            .build())
        .body();
  }

  /** The status with which the catalog answers a bearer. */
  public static int catalogAnswers(Stack stack, String bearer) {
    return askCatalog(stack, bearer).statusCode();
  }

  /** Whom the catalog knows a bearer as. */
  public static JsonNode catalogUser(Stack stack, String bearer) {
    HttpResponse<String> answer = askCatalog(stack, bearer);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.read(answer.body());
  }

  /** What an address answers to a bearer. */
  public static HttpResponse<String> get(String url, String bearer) {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + bearer)
            .build());
  }

  private static HttpResponse<String> askCatalog(Stack stack, String bearer) {
    return get(stack.catalogUrl() + "/api/v1/users/loggedInUser", bearer);
  }

  /** Parameters as a form or query. */
  public static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
