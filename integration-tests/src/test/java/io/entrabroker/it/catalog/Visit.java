package io.entrabroker.it.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.App;
import io.entrabroker.it.Json;
import io.entrabroker.it.Person;
import io.entrabroker.it.Someone;
import io.entrabroker.it.Stack;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.htmlunit.Page;

/**
 * Somebody who signs in at a catalog with one browser. At a public catalog this plays the page's
 * part: it asks for what the catalog's public configuration says, as npm's oidc-client does.
 */
final class Visit implements AutoCloseable {

  private final String catalog;
  private final String upstream;
  private final Person person;

  Visit(Stack stack, String catalog, String upstream) {
    this.catalog = catalog;
    this.upstream = upstream;
    this.person = Person.with(stack);
  }

  /** The whole way; gives the token that the catalog's page ends up with. */
  String signsIn(Flow flow, Someone someone) {
    return token(endOf(flow, someone));
  }

  /** The whole way, wherever it ends. */
  Page endOf(Flow flow, Someone someone) {
    return person.choosesAccount(Person.html(presses(flow)), someone.name());
  }

  /** Presses the button; ends at Microsoft, or further for who is signed in already. */
  Page presses(Flow flow) {
    return person.open(flow == Flow.PUBLIC ? pageRequest() : serverRequest());
  }

  /** The request that the catalog's server sends the browser away with. */
  String request() {
    return person.openWithoutFollowing(serverRequest()).getResponseHeaderValue("Location");
  }

  private String serverRequest() {
    return catalog
        + "/api/v1/auth/login?"
        + App.form(Map.of("redirectUri", catalog + "/auth/callback", "kc_idp_hint", upstream));
  }

  private String pageRequest() {
    JsonNode config = json(catalog + "/api/v1/system/config/auth");
    JsonNode realm = json(config.get("authority").asText() + "/.well-known/openid-configuration");
    return realm.get("authorization_endpoint").asText()
        + "?"
        + App.form(
            Map.of(
                "client_id",
                config.get("clientId").asText(),
                "redirect_uri",
                config.get("callbackUrl").asText(),
                "response_type",
                config.get("responseType").asText(),
                "scope",
                "openid email profile",
                "state",
                "s".repeat(32),
                "nonce",
                "n".repeat(32),
                "kc_idp_hint",
                upstream));
  }

  private JsonNode json(String url) {
    return Json.read(person.open(url).getWebResponse().getContentAsString());
  }

  /** The token in the query, or in the fragment. */
  static String token(Page end) {
    String address = end.getUrl().toString();
    assertThat(address)
        .as(end.getWebResponse().getContentAsString())
        .contains("/callback", "id_token=");
    String rest = address.substring(address.indexOf("id_token=") + "id_token=".length());
    return URLDecoder.decode(rest.split("&")[0], StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    person.close();
  }
}
