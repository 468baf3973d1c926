package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.User;
import io.entrabroker.simulator.keys.KeyRing;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Issues v2 ID tokens.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference">ID
 *     token claims reference</a>
 */
public final class IdTokens {

  private final KeyRing keys;
  private final Clock clock;
  private final Queue<Tampering> tamperings = new ConcurrentLinkedQueue<>();

  public IdTokens(KeyRing keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Tampers with the next token only; several calls are used up one token each, in order. */
  public void tamperWithNext(Tampering tampering) {
    tamperings.add(tampering);
  }

  /** Forgets what was to be tampered with and was not. */
  public void tamperNoMore() {
    tamperings.clear();
  }

  /** The serialized token. */
  public String issue(Parties parties, IdTokenRequest request) {
    Map<String, Object> claims = claims(parties, request);
    TokenSigning usual = UsualSigning.ofIdToken(parties.tenant(), parties.application());
    return Optional.ofNullable(tamperings.poll())
        .orElseGet(Tampering::with)
        .token(claims, keys, usual);
  }

  private Map<String, Object> claims(Parties parties, IdTokenRequest request) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", parties.application().appId());
    claims.put("iss", request.loginHost().issuer(parties.tenant().id()));
    TokenTimes.ofIdToken(clock).addTo(claims);
    claims.put("sub", parties.subject());
    claims.put("tid", parties.tenant().id());
    claims.put("sid", parties.signIn().sessionId());
    claims.put("ver", "2.0");
    parties.addContexts(claims);
    claims.putAll(request.claims());
    addPerson(claims, parties.user(), request);
    OptionalClaims.addTo(claims, parties, request);
    GroupClaims.addTo(claims, parties, request.endpoint());
    RoleClaims.addTo(claims, parties);
    Opaque.addTo(claims);
    return claims;
  }

  private static void addPerson(Map<String, Object> claims, User user, IdTokenRequest request) {
    if (request.scopes().contains("profile")) {
      claims.put("oid", user.id());
      claims.put("name", user.displayName());
      claims.put("preferred_username", user.signInName());
    }
    if (user.external()) {
      claims.put(
          "idp",
          user.homeTenantId().map(IdTokens::homeIssuer).or(user::foreignProvider).orElse("mail"));
    }
  }

  private static String homeIssuer(String tenantId) {
    return "https://sts.windows.net/" + tenantId + "/";
  }
}
