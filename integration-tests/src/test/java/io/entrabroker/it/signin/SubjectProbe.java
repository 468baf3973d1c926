package io.entrabroker.it.signin;

import io.entrabroker.it.App;
import io.entrabroker.it.Json;
import io.entrabroker.it.Person;
import io.entrabroker.it.Stack;
import io.entrabroker.it.Upstreams;
import java.util.Map;
import org.htmlunit.html.HtmlPage;

/** Signs Ada in at the simulator directly, as any other application with the Web registration. */
final class SubjectProbe {

  private static final String REDIRECT_URI =
      "http://localhost:8080/realms/openmetadata/broker/trial/endpoint";

  private SubjectProbe() {}

  static String subjectOfAda(Stack stack) {
    try (Person ada = Person.with(stack)) {
      String query =
          App.form(
              Map.of(
                  "client_id", Upstreams.WEB_APP,
                  "response_type", "code",
                  "scope", "openid profile email",
                  "redirect_uri", REDIRECT_URI,
                  "nonce", "probe"));
      HtmlPage microsoft =
          Person.html(ada.open(stack.authority() + "/oauth2/v2.0/authorize?" + query));
      String answer = ada.withoutFollowing(() -> ada.choosesAccount(microsoft, "ada.lovelace"));
      return Json.claims(redeem(stack, Person.parameter(answer, "code"))).get("sub").asText();
    }
  }

  private static String redeem(Stack stack, String code) {
    String answer =
        App.post(
            stack.authority() + "/oauth2/v2.0/token",
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
    return Json.read(answer).get("id_token").asText();
  }
}
