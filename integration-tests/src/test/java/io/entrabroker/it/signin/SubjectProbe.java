package io.entrabroker.it.signin;

import io.entrabroker.it.Json;
import io.entrabroker.it.Person;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.htmlunit.html.HtmlPage;

/** Signs Ada in at the simulator directly, as any other application with the Web registration. */
final class SubjectProbe {

  private static final String REDIRECT_URI =
      "http://localhost:8080/realms/openmetadata/broker/trial/endpoint";

  private SubjectProbe() {}

  static String subjectOfAda(Stack stack) {
    try (Person ada = Person.with(stack)) {
      String query =
          form(
              Map.of(
                  "client_id", Upstreams.WEB_APP,
                  "response_type", "code",
                  "scope", "openid profile email",
                  "redirect_uri", REDIRECT_URI,
                  "nonce", "probe"));
      HtmlPage microsoft =
          Person.html(ada.open(stack.authority() + "/oauth2/v2.0/authorize?" + query));
      ada.browser().getOptions().setRedirectEnabled(false);
      String answer =
          ada.choosesAccount(microsoft, "ada.lovelace")
              .getWebResponse()
              .getResponseHeaderValue("Location");
      return Json.claims(redeem(stack, Person.parameter(answer, "code"))).get("sub").asText();
    }
  }

  private static String redeem(Stack stack, String code) {
    String body =
        form(
            Map.of(
                "client_id",
                Upstreams.WEB_APP,
                "client_secret",
                stack.webSecret(),
                "grant_type",
                "authorization_code",
                "redirect_uri",
                REDIRECT_URI,
                "code",
                code));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.authority() + "/oauth2/v2.0/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      return Json.read(response.body()).get("id_token").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
