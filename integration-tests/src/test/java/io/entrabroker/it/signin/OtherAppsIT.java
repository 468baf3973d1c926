package io.entrabroker.it.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrabroker.it.Json;
import io.entrabroker.it.LogHygiene.CleanLog;
import io.entrabroker.it.Person;
import io.entrabroker.it.Realm;
import io.entrabroker.it.Stack;
import io.entrabroker.simulator.web.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One session for all apps of the realm; but only the catalog's own tokens open the catalog. */
@CleanLog
class OtherAppsIT {

  private static final String SECOND_APP = "second-app";
  private static final String SECOND_APP_URL = "http://localhost:9/second";

  private final Stack stack = Stack.shared();
  private final Realm realm = new Realm(stack);

  @BeforeEach
  void addSecondApp() {
    realm.forgetPeople();
    stack
        .admin()
        .post(
            "/openmetadata/clients",
            Map.of(
                "clientId",
                SECOND_APP,
                "publicClient",
                true,
                "standardFlowEnabled",
                true,
                "redirectUris",
                List.of(SECOND_APP_URL)));
  }

  @AfterEach
  void removeSecondApp() {
    String id =
        stack.admin().get("/openmetadata/clients?clientId=" + SECOND_APP).get(0).get("id").asText();
    stack.admin().delete("/openmetadata/clients/" + id);
    realm.forgetPeople();
  }

  @Test
  void aSecondAppGetsInWithoutEntraBeingAskedAgainAndItsTokenIsNoCatalogToken() {
    try (Person ada = Person.with(stack)) {
      String catalogToken = Person.parameter(ada.signsIn("entra", "ada.lovelace"), "id_token");
      stack.simulator().clearRequests();

      String secondToken = tokenOf(ada, SECOND_APP, SECOND_APP_URL, "");

      assertThat(stack.simulator().requests()).noneMatch(RecordedRequest::toAuthorizeEndpoint);
      assertThat(Json.claims(secondToken).get("sub"))
          .isEqualTo(Json.claims(catalogToken).get("sub"));
      assertThat(catalogAnswers(catalogToken)).isEqualTo(200);
      assertThat(catalogAnswers(secondToken)).isEqualTo(401);
    }
  }

  @Test
  void theAccountConsolesTokenIsNoCatalogToken() {
    try (Person ada = Person.with(stack)) {
      ada.signsIn("entra", "ada.lovelace");
      String verifier = "a".repeat(43);
      String token =
          tokenOf(ada, "account-console", stack.keycloak().realmUri() + "/account/", verifier);

      assertThat(catalogAnswers(token)).isEqualTo(401);
    }
  }

  @Test
  void adminClisTokenIsNoCatalogToken() {
    String id =
        realm.createUser(
            Map.of(
                "username",
                "operator",
                "email",
                "operator@contoso.example",
                "emailVerified",
                true,
                "enabled",
                true,
                "credentials",
                List.of(
                    Map.of(
                        "type", "password",
                        "value", "a long Passphrase 4711!",
                        "temporary", false))));
    assertThat(id).isNotEmpty();
    String answer =
        post(
            stack.keycloak().realmUri() + "/protocol/openid-connect/token",
            Map.of(
                "grant_type", "password",
                "client_id", "admin-cli",
                "username", "operator",
                "password", "a long Passphrase 4711!",
                "scope", "openid"));

    assertThat(catalogAnswers(Json.read(answer).get("id_token").asText())).isEqualTo(401);
    assertThat(catalogAnswers(Json.read(answer).get("access_token").asText())).isEqualTo(401);
  }

  /** Signs in to an app with the session that is there, and redeems the code. */
  private String tokenOf(Person person, String client, String redirectUri, String verifier) {
    String base = stack.keycloak().realmUri() + "/protocol/openid-connect";
    String pkce =
        verifier.isEmpty()
            ? ""
            : "&code_challenge_method=S256&code_challenge="
                + new io.entrabroker.signin.Pkce(verifier).challenge();
    WebResponse response =
        person.openWithoutFollowing(
            base
                + "/auth?response_type=code&scope=openid&client_id="
                + client
                + "&redirect_uri="
                + encoded(redirectUri)
                + pkce);
    assertThat(response.getStatusCode()).isEqualTo(302);
    String code = Person.parameter(response.getResponseHeaderValue("Location"), "code");
    Map<String, String> form = new java.util.HashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", client);
    form.put("redirect_uri", redirectUri);
    form.put("code", code);
    if (!verifier.isEmpty()) {
      form.put("code_verifier", verifier);
    }
    return Json.read(post(base + "/token", form)).get("id_token").asText();
  }

  private int catalogAnswers(String bearer) {
    return send(HttpRequest.newBuilder(
                URI.create(stack.catalogUrl() + "/api/v1/users/loggedInUser"))
            .header("Authorization", "Bearer " + bearer)
            .build())
        .statusCode();
  }

  private static String post(String url, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&"));
    return send(HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build())
        .body();
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
