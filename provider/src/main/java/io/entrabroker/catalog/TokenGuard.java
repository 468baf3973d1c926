package io.entrabroker.catalog;

import io.entrabroker.Outcome;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import io.entrabroker.claims.ClaimName;
import java.util.function.Supplier;

/** What a version checks of a token once it knows whom it speaks for. */
enum TokenGuard {
  /** Domains letter by letter. */
  UP_TO_1_13 {
    @Override
    Outcome<Candidate, Refused> atCallback(
        Candidate who, CatalogClaims claims, DomainRules domains) {
      return Outcome.found(who);
    }

    @Override
    Outcome<Candidate, Refused> atRequest(
        Candidate who, CatalogClaims claims, DomainRules domains) {
      return unlessBot(claims, who, () -> domains.enforceExactly(who));
    }
  },

  /** Domains in any case, and nobody may bring a session along. */
  OF_2_0 {
    @Override
    Outcome<Candidate, Refused> atCallback(
        Candidate who, CatalogClaims claims, DomainRules domains) {
      return withoutBotClaim(who, claims);
    }

    @Override
    Outcome<Candidate, Refused> atRequest(
        Candidate who, CatalogClaims claims, DomainRules domains) {
      return unlessBot(claims, who, () -> domains.enforce(who));
    }

    @Override
    Outcome<Candidate, Refused> session(Candidate who, CatalogClaims claims) {
      return withoutSession(who, claims);
    }
  },

  /** The address must not be unverified; all of it at the callback, too. */
  AFTER_2_0 {
    @Override
    Outcome<Candidate, Refused> atCallback(
        Candidate who, CatalogClaims claims, DomainRules domains) {
      return withoutBotClaim(who, claims)
          .then(same -> verified(same, claims))
          .then(domains::enforceEmailDomains);
    }

    @Override
    Outcome<Candidate, Refused> atRequest(
        Candidate who, CatalogClaims claims, DomainRules domains) {
      return unlessBot(claims, who, () -> verified(who, claims).then(domains::enforceEmailDomains));
    }

    @Override
    Outcome<Candidate, Refused> session(Candidate who, CatalogClaims claims) {
      return withoutSession(who, claims);
    }
  };

  /** Before a confidential sign-in gets or creates the person. */
  abstract Outcome<Candidate, Refused> atCallback(
      Candidate who, CatalogClaims claims, DomainRules domains);

  /** What a token of the realm says of the catalog's own sessions. */
  Outcome<Candidate, Refused> session(Candidate who, CatalogClaims claims) {
    return Outcome.found(who);
  }

  /** With every request that carries the realm's token. */
  abstract Outcome<Candidate, Refused> atRequest(
      Candidate who, CatalogClaims claims, DomainRules domains);

  private static Outcome<Candidate, Refused> verified(Candidate who, CatalogClaims claims) {
    if (CatalogName.afterAt(who.email()).isEmpty()) {
      // The text of this refusal was not read anywhere.
      return Outcome.failed(
          Refused.unauthorized("Authentication failed: no domain to make an address with"));
    }
    return claims.isFalse(ClaimName.EMAIL_VERIFIED)
        ? Outcome.failed(
            Refused.unauthorized(
                "Authentication failed: email '"
                    + who.email()
                    + "' is not verified by the identity provider"))
        : Outcome.found(who);
  }

  private static Outcome<Candidate, Refused> withoutSession(Candidate who, CatalogClaims claims) {
    return claims.text(ClaimName.CATALOG_SESSION_ID).isPresent()
        ? Outcome.failed(Refused.unauthorized("Invalid session."))
        : Outcome.found(who);
  }

  // The handler casts the claim to a type of another library: read in the code, text not seen.
  private static Outcome<Candidate, Refused> withoutBotClaim(Candidate who, CatalogClaims claims) {
    return claims.has(ClaimName.IS_BOT)
        ? Outcome.failed(new Refused(500, "The claim isBot cannot be read here"))
        : Outcome.found(who);
  }

  private static Outcome<Candidate, Refused> unlessBot(
      CatalogClaims claims, Candidate who, Supplier<Outcome<Candidate, Refused>> check) {
    return claims.isTrue(ClaimName.IS_BOT) ? Outcome.found(who) : check.get();
  }
}
