package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.GraphPermission;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.keys.KeyRing;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Issues access tokens. The resource decides their shape: Graph's are always v1, an API's are what
 * its registration asks for.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference">
 *     Access token claims reference</a>
 */
public final class AccessTokens {

  /** The client id of Microsoft Graph. */
  public static final String GRAPH = GraphPermission.GRAPH_APP_ID;

  private final KeyRing keys;
  private final GraphTokens graphTokens;
  private final Clock clock;

  public AccessTokens(KeyRing keys, GraphTokens graphTokens, Clock clock) {
    this.keys = keys;
    this.graphTokens = graphTokens;
    this.clock = clock;
  }

  /**
   * A person's token for Graph, which also serves UserInfo.
   *
   * @param scopes short names separated by spaces, the claim {@code scp}
   */
  public AccessToken forGraph(Parties parties, String scopes) {
    User user = parties.user();
    Map<String, Object> claims = v1(parties.tenant(), parties.application(), GRAPH);
    claims.put("acct", user.guest() ? 1 : 0);
    claims.put("acr", "1");
    claims.put("amr", parties.proofs().isEmpty() ? List.of("pwd") : List.of("pwd", "mfa"));
    parties.addContexts(claims);
    claims.put("idtyp", "user");
    user.givenName().ifPresent(name -> claims.put("given_name", name));
    user.surname().ifPresent(name -> claims.put("family_name", name));
    claims.put("name", user.displayName());
    claims.put("oid", user.id());
    claims.put("scp", scopes);
    claims.put("sub", parties.subjectFor(GRAPH));
    claims.put("unique_name", user.signInName());
    claims.put("upn", user.signInName());
    claims.put("xms_st", Map.of("sub", parties.subject()));
    TokenTimes times = addTimes(claims);
    return new AccessToken(graphTokens.seal(claims), times.lifetime());
  }

  /** A person's token for an API of the tenant. */
  public AccessToken forApi(Parties parties, Application api, String scopes, LoginHost loginHost) {
    Map<String, Object> claims =
        api.wantsV2AccessTokens()
            ? v2(parties.tenant(), parties.application(), api, loginHost)
            : v1(parties.tenant(), parties.application(), api.appId());
    claims.put("oid", parties.user().id());
    claims.put("name", parties.user().displayName());
    parties.addContexts(claims);
    claims.put("scp", scopes);
    claims.put("sub", parties.subjectFor(api.appId()));
    TokenTimes times = addTimes(claims);
    return new AccessToken(UsualSigning.of(parties.tenant()).sign(claims, keys), times.lifetime());
  }

  /** An application's own token for Graph. */
  public AccessToken appOnlyForGraph(Tenant tenant, Application client) {
    Map<String, Object> claims = v1(tenant, client, GRAPH);
    String principal = tenant.servicePrincipal(client).id();
    claims.put("idtyp", "app");
    claims.put("oid", principal);
    claims.put("sub", principal);
    List<String> roles = tenant.graphRolesOf(client);
    if (!roles.isEmpty()) {
      claims.put("roles", roles);
    }
    TokenTimes times = addTimes(claims);
    return new AccessToken(graphTokens.seal(claims), times.lifetime());
  }

  /** An application's own token for an API: oid and sub are the service principal's object id. */
  public AccessToken appOnlyForApi(
      Tenant tenant, Application client, Application api, LoginHost loginHost) {
    Map<String, Object> claims =
        api.wantsV2AccessTokens()
            ? v2(tenant, client, api, loginHost)
            : v1(tenant, client, api.appId());
    String principal = tenant.servicePrincipal(client).id();
    claims.put("oid", principal);
    claims.put("sub", principal);
    RoleClaims.addTo(claims, tenant, client, api);
    TokenTimes times = addTimes(claims);
    return new AccessToken(TokenSigning.genuine().sign(claims, keys), times.lifetime());
  }

  private static Map<String, Object> v1(Tenant tenant, Application client, String audience) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", audience);
    claims.put("iss", "https://sts.windows.net/" + tenant.id() + "/");
    claims.put("app_displayname", client.displayName());
    claims.put("appid", client.appId());
    claims.put("appidacr", credentialStrength(client));
    claims.put("tid", tenant.id());
    claims.put("ver", "1.0");
    return claims;
  }

  private static Map<String, Object> v2(
      Tenant tenant, Application client, Application api, LoginHost loginHost) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", api.appId());
    claims.put("iss", loginHost.issuer(tenant.id()));
    claims.put("azp", client.appId());
    claims.put("azpacr", credentialStrength(client));
    claims.put("tid", tenant.id());
    claims.put("ver", "2.0");
    return claims;
  }

  private static String credentialStrength(Application client) {
    if (!client.secrets().isEmpty()) {
      return "1";
    }
    boolean signs = !client.certificates().isEmpty() || !client.federatedCredentials().isEmpty();
    return signs ? "2" : "0";
  }

  private TokenTimes addTimes(Map<String, Object> claims) {
    TokenTimes times = TokenTimes.ofAccessToken(clock);
    times.addTo(claims);
    Opaque.addTo(claims);
    return times;
  }
}
