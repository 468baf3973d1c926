package io.entrabroker.quickstart.check;

import io.entrabroker.quickstart.realm.CatalogClients;
import java.net.URI;
import java.util.Map;

/** The catalog's server signs in and hands the ID token to its page in the query (up to 1.13). */
final class ConfidentialWay implements CatalogWay {
  private final Site site;

  ConfidentialWay(Site site) {
    this.site = site;
  }

  @Override
  public String label() {
    return CatalogClients.WEB + " (confidential)";
  }

  @Override
  public URI start(String upstream) {
    Map<String, String> query = Map.of("redirectUri", page().toString(), "kc_idp_hint", upstream);
    return URI.create(site.catalog() + "/api/v1/auth/login?" + Query.encode(query));
  }

  @Override
  public boolean isAnswer(URI address) {
    return CatalogWay.isAt(page(), address);
  }

  @Override
  public String idToken(URI answer) {
    return Query.ofQuery(answer).getOrDefault("id_token", "");
  }

  private URI page() {
    return URI.create(site.catalog() + "/auth/callback");
  }
}
