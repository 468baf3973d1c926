package io.entrabroker.quickstart.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.quickstart.realm.CatalogClients;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The catalog's page signs in with a code and PKCE, as npm oidc-client 1.11.5 does: no nonce,
 * {@code response_mode=query}, then UserInfo.
 */
final class PublicCodeWay implements CatalogWay {
  private final Site site;
  private final Http page;
  private final String state = OneTimeText.create();
  private final String verifier = OneTimeText.create();

  PublicCodeWay(Site site) {
    this.site = site;
    this.page = new Http(site.catalog());
  }

  @Override
  public String label() {
    return CatalogClients.SPA + " (public, code)";
  }

  @Override
  public URI start(String upstream) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", CatalogClients.SPA);
    query.put("redirect_uri", site.callback().toString());
    query.put("response_type", "code");
    query.put("scope", "openid email profile");
    query.put("state", state);
    query.put("code_challenge", challenge());
    query.put("code_challenge_method", "S256");
    query.put("response_mode", "query");
    query.put("kc_idp_hint", upstream);
    return URI.create(site.endpoint("auth") + "?" + Query.encode(query));
  }

  @Override
  public boolean isAnswer(URI address) {
    return CatalogWay.isAt(site.callback(), address);
  }

  @Override
  public String idToken(URI answer) {
    Map<String, String> parameters = Query.ofQuery(answer);
    if (!state.equals(parameters.get("state"))) {
      throw new CheckFailure("The realm's answer has another state than the request");
    }
    JsonNode tokens =
        page.post(
            site.endpoint("token"),
            Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                CatalogClients.SPA,
                "code",
                parameters.getOrDefault("code", ""),
                "redirect_uri",
                site.callback().toString(),
                "code_verifier",
                verifier));
    page.get(site.endpoint("userinfo"), tokens.path("access_token").asText());
    return tokens.path("id_token").asText();
  }

  /** RFC 7636, section 4.2. */
  private String challenge() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
