package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.catalog.CatalogAccounts;
import io.entrabroker.catalog.CatalogAdmins;
import io.entrabroker.catalog.CatalogLimit;
import io.entrabroker.catalog.CatalogPrediction;
import io.entrabroker.catalog.CatalogPrediction.Accepted;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import io.entrabroker.catalog.CatalogPrincipal;
import io.entrabroker.catalog.CatalogSetup;
import io.entrabroker.catalog.CatalogVersion;
import io.entrabroker.catalog.ClientKind;
import io.entrabroker.samplecatalog.rules.BearerCheck;
import io.entrabroker.samplecatalog.rules.BearerToken;
import io.entrabroker.samplecatalog.rules.CatalogRules;
import io.entrabroker.samplecatalog.rules.Claims;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code GET /sample/versions}: what every version of OpenMetadata would make of the bearer, as the
 * provider predicts it. The rules of this sample have no part in it.
 */
final class VersionsApi {
  private final BearerCheck check;
  private final OwnTokens ownTokens;
  private final CatalogRules rules;
  private final Clock clock;

  VersionsApi(BearerCheck check, OwnTokens ownTokens, CatalogRules rules, Clock clock) {
    this.check = check;
    this.ownTokens = ownTokens;
    this.rules = rules;
    this.clock = clock;
  }

  void versions(Context http) {
    String header = Optional.ofNullable(http.header("Authorization")).orElse("");
    check
        .genuine(header, clock.instant())
        .map(this::realmClaims)
        .<Runnable>fold(
            claims -> () -> Answers.json(http, 200, answer(claims)),
            refusal -> () -> Answers.error(http, refusal.status(), refusal.message()))
        .run();
  }

  /** The catalog's own token says nothing of the realm's, which is remembered with the session. */
  private Claims realmClaims(BearerToken token) {
    return token
        .claims()
        .text("sessionId")
        .filter(session -> check.isOwn(token))
        .flatMap(ownTokens::realmClaims)
        .orElse(token.claims());
  }

  private ObjectNode answer(Claims claims) {
    Map<String, Object> plain = claims.plain();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (ClientKind client : ClientKind.values()) {
      ArrayNode versions = json.putArray(client.name().toLowerCase(Locale.ROOT));
      for (CatalogVersion version : CatalogVersion.values()) {
        describe(
            versions.addObject().put("version", version.text()), setup(version, client), plain);
      }
    }
    return json;
  }

  /** Recommended settings, with this sample's roles, teams and administrators. */
  private CatalogSetup setup(CatalogVersion version, ClientKind client) {
    return CatalogSetup.recommended(version, client, rules.domains().principal())
        .knowing(rules.roles(), rules.teams())
        .with(new CatalogAdmins(rules.adminPrincipals(), Set.of()));
  }

  private static void describe(ObjectNode json, CatalogSetup setup, Map<String, Object> claims) {
    CatalogPrediction prediction =
        CatalogPrincipal.predict(claims, setup, CatalogAccounts.initial(setup));
    if (prediction instanceof Accepted user) {
      json.put("username", user.username())
          .put("email", user.email())
          .put("displayName", user.displayName())
          .put("isAdmin", user.admin());
      texts(json.putArray("teams"), user.teams());
      texts(json.putArray("roles"), user.roles());
    } else if (prediction instanceof Refused refused) {
      json.put("status", refused.status()).put("message", refused.message());
    }
    texts(json.putArray("limits"), setup.limits().stream().map(CatalogLimit::text).toList());
  }

  private static void texts(ArrayNode list, Collection<String> texts) {
    texts.forEach(list::add);
  }
}
