package io.entrabroker.catalog;

import io.entrabroker.claims.ClaimName;
import java.util.function.Supplier;

/** What a version checks of a token once it knows whom it speaks for. */
enum TokenGuard {
  /** Domains letter by letter. */
  UP_TO_1_13 {
    @Override
    Answer<Candidate> atCallback(Candidate who, CatalogClaims claims, DomainRules domains) {
      return Answer.yes(who);
    }

    @Override
    Answer<Candidate> atRequest(Candidate who, CatalogClaims claims, DomainRules domains) {
      return unlessBot(claims, who, () -> domains.enforceExactly(who));
    }
  },

  /** Domains in any case, and nobody may bring a session along. */
  OF_2_0 {
    @Override
    Answer<Candidate> atCallback(Candidate who, CatalogClaims claims, DomainRules domains) {
      return withoutBotClaim(who, claims);
    }

    @Override
    Answer<Candidate> atRequest(Candidate who, CatalogClaims claims, DomainRules domains) {
      return unlessBot(claims, who, () -> domains.enforce(who));
    }

    @Override
    Answer<Candidate> session(Candidate who, CatalogClaims claims) {
      return withoutSession(who, claims);
    }
  },

  /** The address must not be unverified; all of it at the callback, too. */
  AFTER_2_0 {
    @Override
    Answer<Candidate> atCallback(Candidate who, CatalogClaims claims, DomainRules domains) {
      return withoutBotClaim(who, claims)
          .then(same -> verified(same, claims))
          .then(domains::enforceEmailDomains);
    }

    @Override
    Answer<Candidate> atRequest(Candidate who, CatalogClaims claims, DomainRules domains) {
      return unlessBot(claims, who, () -> verified(who, claims).then(domains::enforceEmailDomains));
    }

    @Override
    Answer<Candidate> session(Candidate who, CatalogClaims claims) {
      return withoutSession(who, claims);
    }
  };

  /** Before a confidential sign-in gets or creates the person. */
  abstract Answer<Candidate> atCallback(Candidate who, CatalogClaims claims, DomainRules domains);

  /** What a token of the realm says of the catalog's own sessions. */
  Answer<Candidate> session(Candidate who, CatalogClaims claims) {
    return Answer.yes(who);
  }

  /** With every request that carries the realm's token. */
  abstract Answer<Candidate> atRequest(Candidate who, CatalogClaims claims, DomainRules domains);

  private static Answer<Candidate> verified(Candidate who, CatalogClaims claims) {
    if (CatalogName.afterAt(who.email()).isEmpty()) {
      // The text of this refusal was not read anywhere.
      return Answer.unauthorized("Authentication failed: no domain to make an address with");
    }
    return claims.isFalse(ClaimName.EMAIL_VERIFIED)
        ? Answer.unauthorized(
            "Authentication failed: email '"
                + who.email()
                + "' is not verified by the identity provider")
        : Answer.yes(who);
  }

  private static Answer<Candidate> withoutSession(Candidate who, CatalogClaims claims) {
    return claims.text(ClaimName.CATALOG_SESSION_ID).isPresent()
        ? Answer.unauthorized("Invalid session.")
        : Answer.yes(who);
  }

  // The handler casts the claim to a type of another library: read in the code, text not seen.
  private static Answer<Candidate> withoutBotClaim(Candidate who, CatalogClaims claims) {
    return claims.has(ClaimName.IS_BOT)
        ? Answer.no(new CatalogPrediction.Refused(500, "The claim isBot cannot be read here"))
        : Answer.yes(who);
  }

  private static Answer<Candidate> unlessBot(
      CatalogClaims claims, Candidate who, Supplier<Answer<Candidate>> check) {
    return claims.isTrue(ClaimName.IS_BOT) ? Answer.yes(who) : check.get();
  }
}
