package io.entrabroker.simulator.web;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entrabroker.simulator.directory.Cloud;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.errors.AadstsException;
import io.entrabroker.simulator.keys.KeyRing;
import io.entrabroker.simulator.oauth.Alias;
import io.entrabroker.simulator.oauth.Clients;
import io.entrabroker.simulator.oauth.CloudRules;
import io.entrabroker.simulator.tokens.LoginHost;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata document, with the members that Entra has and without those it lacks.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc">OpenID
 *     Connect on the Microsoft identity platform</a>
 */
final class DiscoveryHandler {

  private static final List<String> CLAIMS =
      List.of(
          "sub",
          "iss",
          "cloud_instance_name",
          "cloud_instance_host_name",
          "cloud_graph_host_name",
          "msgraph_host",
          "aud",
          "exp",
          "iat",
          "auth_time",
          "acr",
          "nonce",
          "preferred_username",
          "name",
          "tid",
          "ver",
          "at_hash",
          "c_hash",
          "email");

  private static final Map<Cloud, String> REGIONS =
      Map.of(
          Cloud.PUBLIC, "WW",
          Cloud.US_GOV, "USGov",
          Cloud.US_GOV_DOD, "USGov",
          Cloud.CHINA, "AS");
  private static final Map<Cloud, String> SUB_SCOPES =
      Map.of(Cloud.US_GOV, "DODCON", Cloud.US_GOV_DOD, "DOD");

  private final Clients clients;
  private final CloudRules cloudRules;
  private final LoginHosts loginHosts;

  DiscoveryHandler(Clients clients, LoginHosts loginHosts) {
    this.clients = clients;
    this.cloudRules = new CloudRules(clients);
    this.loginHosts = loginHosts;
  }

  void document(Context ctx) {
    Map<String, Object> document = document(Requests.tenant(ctx), loginHosts.asked(ctx));
    Requests.query(ctx)
        .first("appid")
        .ifPresent(
            appId ->
                document.computeIfPresent(
                    "jwks_uri",
                    (name, uri) ->
                        uri + "?appid=" + URLEncoder.encode(appId, StandardCharsets.UTF_8)));
    Answers.publicDocument(ctx);
    Json.write(ctx, document);
  }

  private Map<String, Object> document(String segment, LoginHost host) {
    Optional<Alias> alias = Alias.named(segment);
    if (alias.isPresent()) {
      String issuer =
          alias.get() == Alias.CONSUMERS ? KeyRing.PERSONAL_ACCOUNTS : KeyRing.ANY_TENANT;
      Map<String, Object> document = document(host, alias.get().segment(), host.issuer(issuer));
      addCloud(document, host, host.cloud());
      return document;
    }
    Tenant tenant = tenant(segment, host);
    Map<String, Object> document = document(host, tenant.id(), host.issuer(tenant.id()));
    addCloud(document, host, tenant.cloud());
    return document;
  }

  /** Whatever the tenant was called in the request, the answer speaks of its GUID. */
  private Tenant tenant(String segment, LoginHost host) {
    try {
      Tenant tenant = clients.tenant(segment);
      cloudRules.requireOwn(tenant, host);
      return tenant;
    } catch (AadstsException unknown) {
      throw new AadstsException(unknown.error().reportedAs("invalid_tenant"));
    }
  }

  private static Map<String, Object> document(LoginHost host, String tenant, String issuer) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer);
    addEndpoints(document, host, tenant);
    addAbilities(document);
    return document;
  }

  private static void addCloud(Map<String, Object> document, LoginHost host, Cloud cloud) {
    boolean alias = String.valueOf(document.get("issuer")).contains(KeyRing.ANY_TENANT);
    document.put(
        "tenant_region_scope",
        alias ? NullNode.getInstance() : TextNode.valueOf(REGIONS.get(cloud)));
    if (!alias && SUB_SCOPES.containsKey(cloud)) {
      document.put("tenant_region_sub_scope", SUB_SCOPES.get(cloud));
    }
    String graph = host.graphAuthority(cloud);
    document.put("cloud_instance_name", cloud.instanceName());
    document.put("cloud_graph_host_name", cloud.legacyGraphHost());
    document.put("msgraph_host", graph);
    document.put("rbac_url", "https://pas.windows.net");
    document.put(
        "userinfo_endpoint", URI.create(host.url()).getScheme() + "://" + graph + "/oidc/userinfo");
  }

  private static void addEndpoints(Map<String, Object> document, LoginHost host, String tenant) {
    document.put("authorization_endpoint", host.endpoint(tenant, "oauth2/v2.0/authorize"));
    document.put("token_endpoint", host.endpoint(tenant, "oauth2/v2.0/token"));
    document.put("device_authorization_endpoint", host.endpoint(tenant, "oauth2/v2.0/devicecode"));
    document.put("end_session_endpoint", host.endpoint(tenant, "oauth2/v2.0/logout"));
    document.put("jwks_uri", host.endpoint(tenant, "discovery/v2.0/keys"));
    document.put("kerberos_endpoint", host.endpoint(tenant, "kerberos"));
  }

  private static void addAbilities(Map<String, Object> document) {
    document.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
    document.put("response_modes_supported", List.of("query", "fragment", "form_post"));
    document.put("subject_types_supported", List.of("pairwise"));
    document.put("id_token_signing_alg_values_supported", List.of("RS256"));
    document.put(
        "response_types_supported", List.of("code", "id_token", "code id_token", "id_token token"));
    document.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
    document.put("request_uri_parameter_supported", false);
    document.put("http_logout_supported", true);
    document.put("frontchannel_logout_supported", true);
    document.put("claims_supported", CLAIMS);
  }
}
