package io.entrabroker.it.signout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.App;
import io.entrabroker.it.Person;
import io.entrabroker.it.TrialTest;
import io.entrabroker.it.Upstreams;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.jspecify.annotations.Nullable;

/** What tests of signing out share: Ada's sessions here and at Microsoft, and her way between. */
abstract class SignOutTest extends TrialTest {

  static final String ADA = "ada.lovelace";

  /** The catalog's public client, which sends people to the realm's end of session. */
  final App publicClient() {
    return new App(stack, "openmetadata-spa", stack.catalogUrl() + "/callback", Map.of());
  }

  /** The catalog's confidential client. */
  final App catalogsServer() {
    return new App(
        stack,
        "openmetadata-web",
        stack.catalogUrl() + "/callback",
        Map.of("client_secret", stack.catalogSecret()));
  }

  /** The address to which OpenMetadata's public client sends the browser to sign out. */
  final String signOutAddress(Person person, String... more) {
    Map<String, String> query = new HashMap<>();
    query.put("id_token_hint", publicClient().idToken(person));
    query.put("post_logout_redirect_uri", stack.catalogUrl() + "/signin");
    for (int i = 0; i < more.length; i += 2) {
      query.put(more[i], more[i + 1]);
    }
    return endOfSession() + "?" + App.form(query);
  }

  final String endOfSession() {
    return stack.keycloak().realmUri() + "/protocol/openid-connect/logout";
  }

  final String endpoint(String alias) {
    return stack.keycloak().realmUri() + "/broker/" + alias + "/endpoint";
  }

  /** The addresses on the way of redirects that begins here; the last one is where it ends. */
  static List<String> way(Person person, String from) {
    List<String> way = new ArrayList<>();
    @Nullable String next = from;
    while (next != null) {
      way.add(next);
      assertThat(way).hasSizeLessThan(12);
      next = step(person, next);
    }
    return way;
  }

  /** Where this address redirects to; null if it does not. */
  static @Nullable String step(Person person, String address) {
    WebResponse response = person.openWithoutFollowing(address);
    String location = response.getResponseHeaderValue("Location");
    return location == null ? null : URI.create(address).resolve(location).toString();
  }

  /** The first address of a way that begins so. */
  static String stop(List<String> way, String beginning) {
    return way.stream()
        .filter(address -> address.startsWith(beginning))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Not by way of " + beginning + ": " + way));
  }

  /** Whether the browser has a session at Microsoft. */
  final boolean isSignedInAtMicrosoft(Person person) {
    String answer =
        step(
            person,
            stack.authority()
                + "/oauth2/v2.0/authorize?"
                + App.form(
                    Map.of(
                        "client_id", Upstreams.WEB_APP,
                        "response_type", "code",
                        "scope", "openid",
                        "prompt", "none",
                        "redirect_uri", endpoint("entra"))));
    assertThat(answer).isNotNull().containsAnyOf("code=", "error=");
    return answer.contains("code=");
  }

  /** How many sessions Ada has here. */
  final int sessions() {
    return realm.sessionsOf(realm.user(ADA).orElseThrow().get("id").asText());
  }

  final JsonNode events(String type) {
    return stack.admin().get("/openmetadata/events?type=" + type);
  }

  static List<String> headers(WebResponse response) {
    return response.getResponseHeaders().stream()
        .map(NameValuePair::toString)
        .filter(header -> !header.startsWith("date"))
        .sorted()
        .toList();
  }
}
