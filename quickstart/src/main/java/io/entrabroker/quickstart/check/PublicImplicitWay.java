package io.entrabroker.quickstart.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrabroker.quickstart.realm.CatalogClients;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The catalog's page asks for nothing but the ID token, OpenMetadata's default for public clients:
 * it comes in the fragment, and only the nonce binds it to the request.
 */
final class PublicImplicitWay implements CatalogWay {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Site site;
  private final String state = OneTimeText.create();
  private final String nonce = OneTimeText.create();

  PublicImplicitWay(Site site) {
    this.site = site;
  }

  @Override
  public String label() {
    return CatalogClients.SPA + " (public, id_token)";
  }

  @Override
  public URI start(String upstream) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", CatalogClients.SPA);
    query.put("redirect_uri", site.callback().toString());
    query.put("response_type", "id_token");
    query.put("scope", "openid email profile");
    query.put("state", state);
    query.put("nonce", nonce);
    query.put("kc_idp_hint", upstream);
    return URI.create(site.endpoint("auth") + "?" + Query.encode(query));
  }

  @Override
  public boolean isAnswer(URI address) {
    return CatalogWay.isAt(site.callback(), address);
  }

  @Override
  public String idToken(URI answer) {
    Map<String, String> parameters = Query.ofFragment(answer);
    String token = parameters.getOrDefault("id_token", "");
    if (!state.equals(parameters.get("state"))) {
      throw new CheckFailure("The realm's answer has another state than the request");
    }
    if (!nonce.equals(nonceIn(token))) {
      throw new CheckFailure("The ID token has another nonce than the request");
    }
    return token;
  }

  private static String nonceIn(String token) {
    String[] parts = token.split("\\.");
    if (parts.length != 3) {
      throw new CheckFailure("The realm's answer has no ID token");
    }
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("nonce").asText();
    } catch (IOException | IllegalArgumentException e) {
      throw new CheckFailure("The realm's ID token cannot be read");
    }
  }
}
