package io.entrabroker.simulator.graph;

import com.nimbusds.jwt.JWTClaimsSet;
import io.entrabroker.simulator.directory.GraphPermission;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.oauth.Clients;
import io.entrabroker.simulator.tokens.GraphTokens;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out who asks, by the access token. */
final class Callers {

  private final GraphTokens tokens;
  private final Clients clients;

  Callers(GraphTokens tokens, Clients clients) {
    this.tokens = tokens;
    this.clients = clients;
  }

  /**
   * The caller, as the directory knows them now.
   *
   * @throws GraphException 401 if the token is missing, not for Graph, not ours, expired, or of
   *     somebody who is gone or disabled
   */
  Caller of(GraphRequest request) {
    String token =
        request
            .bearerToken()
            .orElseThrow(() -> GraphException.unauthenticated("Access token is empty."));
    JWTClaimsSet claims = tokens.verified(token).orElseThrow(Callers::invalid);
    if (!claims.getAudience().contains(GraphPermission.GRAPH_APP_ID)) {
      throw GraphException.unauthenticated("Access token validation failure. Invalid audience.");
    }
    Tenant tenant =
        clients.tenantsNamed(text(claims, "tid")).stream()
            .findFirst()
            .orElseThrow(Callers::invalid);
    return text(claims, "idtyp").equals("app")
        ? new Caller.Service(tenant, text(claims, "oid"), texts(claims, "roles"))
        : person(tenant, claims);
  }

  private static Caller person(Tenant tenant, JWTClaimsSet claims) {
    User user =
        tenant.user(text(claims, "oid")).filter(User::enabled).orElseThrow(Callers::invalid);
    Set<String> scopes = Set.of(text(claims, "scp").split(" ", -1));
    return new Caller.Person(tenant, user, scopes, subject(claims));
  }

  private static GraphException invalid() {
    return GraphException.unauthenticated("Access token validation failure.");
  }

  /** The subject that the client knows: Graph's own differs, since subjects are pairwise. */
  private static String subject(JWTClaimsSet claims) {
    return claims.getClaim("xms_st") instanceof Map<?, ?> nested
        ? String.valueOf(nested.get("sub"))
        : claims.getSubject();
  }

  private static String text(JWTClaimsSet claims, String name) {
    try {
      return Optional.ofNullable(claims.getStringClaim(name)).orElse("");
    } catch (ParseException notText) {
      return "";
    }
  }

  private static Set<String> texts(JWTClaimsSet claims, String name) {
    try {
      List<String> values = claims.getStringListClaim(name);
      return values == null ? Set.of() : Set.copyOf(values);
    } catch (ParseException notTexts) {
      return Set.of();
    }
  }
}
