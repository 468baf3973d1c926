package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.samplecatalog.rules.ClaimMapping;
import io.entrabroker.samplecatalog.rules.ClaimOrder;
import io.entrabroker.samplecatalog.rules.EmailClaim;
import io.entrabroker.samplecatalog.rules.PrincipalResolution;
import io.entrabroker.samplecatalog.rules.SelfSignup;
import io.entrabroker.samplecatalog.settings.CatalogSettings;
import io.entrabroker.samplecatalog.settings.Clients;
import io.entrabroker.samplecatalog.settings.ConfidentialRegistration;
import io.entrabroker.samplecatalog.settings.PublicRegistration;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/** What the catalog tells everybody about its sign-in. */
final class ConfigApi {
  private final CatalogSettings settings;
  private final Supplier<URI> catalog;

  ConfigApi(CatalogSettings settings, Supplier<URI> catalog) {
    this.settings = settings;
    this.catalog = catalog;
  }

  /** {@code GET /api/v1/system/config/auth}. With both clients it names the confidential one. */
  void auth(Context http) {
    ConfidentialRegistration confidential = settings.clients().confidential();
    PublicRegistration spa = settings.clients().spa();
    boolean isConfidential = confidential.isPresent();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("provider", isConfidential || spa.isPresent() ? "custom-oidc" : "basic")
            .put("providerName", settings.site().providerName())
            .put("clientType", isConfidential ? "confidential" : "public")
            .put("clientId", isConfidential ? confidential.id() : spa.id())
            .put("authority", settings.realm().toString())
            .put("callbackUrl", callback())
            .put("responseType", spa.responseType().value())
            .put("tokenValidationAlgorithm", settings.trust().algorithm().getName())
            .put("enableSelfSignup", settings.rules().signUp().selfSignup() != SelfSignup.OFF)
            .put("enableAutoRedirect", false);
    var keys = json.putArray("publicKeyUrls");
    settings.trust().keys().forEach(address -> keys.add(address.toString()));
    addClaims(json, settings.resolution());
    Answers.json(http, 200, json);
  }

  private String callback() {
    return settings.site().addresses().callback(catalog.get());
  }

  private static void addClaims(ObjectNode json, PrincipalResolution resolution) {
    var order = json.putArray("jwtPrincipalClaims");
    var mapping = json.putArray("jwtPrincipalClaimsMapping");
    if (resolution instanceof ClaimMapping claims) {
      mapping.add("username:" + claims.username()).add("email:" + claims.email());
    } else if (resolution instanceof ClaimOrder claims) {
      claims.names().forEach(order::add);
    } else if (resolution instanceof EmailClaim claims) {
      claims.fallback().names().forEach(order::add);
      json.put("emailClaim", claims.email());
    }
  }

  /**
   * {@code GET /api/v1/system/config/jwks}: up to 1.13 the sample signs only what it is asked for.
   */
  void keys(Context http, OwnTokens ownTokens) {
    String none = "{\"keys\":[]}";
    boolean signs = settings.rules().band().hasOwnTokens() || ownTokens.hasPersonal();
    http.contentType("application/json").result(signs ? ownTokens.publicKeys() : none);
  }

  /** {@code GET /sample/config}: what the sample's own pages need to know. */
  void sample(Context http) {
    Clients clients = settings.clients();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("providerName", settings.site().providerName())
            .put("authority", settings.realm().toString())
            .put("confidential", clients.confidential().isPresent())
            .put("public", clients.spa().isPresent())
            .put("clientId", clients.spa().id())
            .put("callbackUrl", callback())
            .put("responseType", clients.spa().responseType().value())
            .put("band", settings.rules().band().text())
            .put("ownTokens", settings.rules().band().hasOwnTokens())
            .put("usernameFromEmail", settings.resolution() instanceof EmailClaim)
            .put("realOidcClient", settings.site().hasOidcClientLibrary());
    var upstreams = json.putArray("upstreams");
    List<String> aliases = settings.site().upstreams();
    aliases.forEach(upstreams::add);
    Answers.json(http, 200, json);
  }
}
