package io.entrabroker.catalog;

import io.entrabroker.Outcome;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import io.entrabroker.catalog.CatalogSetup.SelfSignup;
import io.entrabroker.claims.ClaimName;

/**
 * {@code GET /api/v1/users/loggedInUser}, the first request of the catalog's page, and what the
 * page does when the answer is 404.
 *
 * @param setup the catalog's settings
 * @param accounts whom it knows
 */
record BearerRequest(CatalogSetup setup, CatalogAccounts accounts) {

  private static final String PERSONAL_ACCESS = "PERSONAL_ACCESS";

  /** With the realm's token, of somebody who must be known. */
  Outcome<CatalogAccount, Refused> loggedIn(CatalogClaims claims) {
    return candidate(claims)
        .then(this::asFound)
        .then(this::known)
        .map(account -> synced(account, claims));
  }

  /** With the realm's token, of a person who may confirm the sign-up form. */
  Outcome<CatalogAccount, Refused> loggedInOrSignedUp(CatalogClaims claims) {
    return candidate(claims)
        .then(this::asFound)
        .then(who -> isUnknown(who) ? signUp(who, claims) : known(who))
        .map(account -> synced(account, claims));
  }

  /** With the token that the catalog made of this account. */
  Outcome<CatalogAccount, Refused> inSessionOf(CatalogAccount account) {
    return setup.identity().readSession(account, setup).then(this::asFound).then(this::known);
  }

  private Outcome<Candidate, Refused> candidate(CatalogClaims claims) {
    return setup
        .identity()
        .read(claims, setup)
        .then(who -> setup.version().guard().atRequest(who, claims, setup.domains()))
        .then(who -> withoutStoredTwin(who, claims))
        .then(who -> setup.version().guard().session(who, claims));
  }

  /** Tokens of bots and personal access tokens must equal a stored one; the realm makes neither. */
  private static Outcome<Candidate, Refused> withoutStoredTwin(
      Candidate who, CatalogClaims claims) {
    if (claims.isTrue(ClaimName.IS_BOT)) {
      return Outcome.failed(
          Refused.unauthorized(
              "Not Authorized! The given token does not match the current bot's token!"));
    }
    return claims.text(ClaimName.TOKEN_TYPE).filter(PERSONAL_ACCESS::equals).isPresent()
        ? Outcome.failed(Refused.unauthorized("Invalid personal access token!"))
        : Outcome.found(who);
  }

  private Outcome<Candidate, Refused> asFound(Candidate who) {
    return who.lookup()
        .usernameAtRequest(who, accounts)
        .map(name -> new Candidate(name, who.email(), who.domain(), who.lookup()));
  }

  private boolean isUnknown(Candidate who) {
    return accounts.named(who.username()).isEmpty() && accounts.withEmail(who.email()).isEmpty();
  }

  /** Username and address must be those of one account. */
  private Outcome<CatalogAccount, Refused> known(Candidate who) {
    return accounts.all().stream()
        .filter(account -> account.isOf(who.username(), who.email()))
        .findFirst()
        .<Outcome<CatalogAccount, Refused>>map(Outcome::found)
        .orElseGet(
            () ->
                Outcome.failed(
                    new Refused(400, "Account already exists. Please contact administrator.")));
  }

  private Outcome<CatalogAccount, Refused> signUp(Candidate who, CatalogClaims claims) {
    return setup.selfSignup() == SelfSignup.OFF
        ? Outcome.failed(new Refused(403, "Principal is not allowed to create this user"))
        : setup
            .domains()
            .register(who.email(), who)
            .then(allowed -> NewAccount.of(who.username(), who.email()))
            .map(account -> account.called(DisplayNames.inSignUpForm(claims)));
  }

  private CatalogAccount synced(CatalogAccount account, CatalogClaims claims) {
    return setup.sync().filledRoles(setup.admins().apply(account), claims);
  }
}
