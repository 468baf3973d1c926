package io.entrabroker.catalog;

import io.entrabroker.Outcome;
import io.entrabroker.catalog.CatalogIdentity.EmailFirst;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import io.entrabroker.catalog.CatalogSetup.SelfSignup;
import io.entrabroker.claims.ClaimName;
import java.util.Optional;

/**
 * The realm's answer to a confidential client: gets or creates the person.
 *
 * @param setup the catalog's settings
 * @param accounts whom it knows
 */
record Callback(CatalogSetup setup, CatalogAccounts accounts) {

  /** The account as it is stored before the new session's first request. */
  Outcome<CatalogAccount, Refused> signedIn(CatalogClaims claims) {
    return setup
        .identity()
        .read(claims, setup)
        .then(who -> setup.version().guard().atCallback(who, claims, setup.domains()))
        .then(who -> who.lookup() == Lookup.BY_EMAIL ? byEmail(who, claims) : byName(who, claims))
        .map(account -> synced(account, claims));
  }

  private Outcome<CatalogAccount, Refused> byName(Candidate who, CatalogClaims claims) {
    return Lookup.BY_NAME
        .find(who, accounts)
        .<Outcome<CatalogAccount, Refused>>map(Outcome::found)
        .orElseGet(() -> createByName(who))
        .map(account -> setup.version().callbackName().apply(account, claims));
  }

  private Outcome<CatalogAccount, Refused> createByName(Candidate who) {
    return setup.selfSignup() == SelfSignup.OFF
        ? Outcome.failed(Refused.unauthorized("User not found and self-signup is disabled"))
        : setup
            .domains()
            .register(who.email(), setup.version().session().signUpEmail(who))
            .then(email -> NewAccount.of(who.username(), email));
  }

  private Outcome<CatalogAccount, Refused> byEmail(Candidate who, CatalogClaims claims) {
    String subject = claims.text(ClaimName.SUBJECT).orElse("");
    Optional<String> displayName = DisplayNames.atCallback(claims, displayNameClaim());
    return Lookup.BY_EMAIL
        .find(who, accounts)
        .map(known -> sameSubject(known, subject))
        .orElseGet(() -> createByEmail(who).map(created -> created.called(created.username())))
        .map(account -> displayName.map(account::called).orElse(account))
        .map(account -> account.subject().isBlank() ? account.boundTo(subject) : account);
  }

  // The text of this refusal was not read anywhere.
  private static Outcome<CatalogAccount, Refused> sameSubject(
      CatalogAccount known, String subject) {
    boolean other =
        !known.subject().isBlank() && !subject.isBlank() && !known.subject().equals(subject);
    return other
        ? Outcome.failed(Refused.unauthorized("The account is bound to another identity"))
        : Outcome.found(known);
  }

  private Outcome<CatalogAccount, Refused> createByEmail(Candidate who) {
    if (setup.selfSignup() == SelfSignup.OFF) {
      return Outcome.failed(
          Refused.unauthorized("User not registered. Contact administrator to create an account."));
    }
    String username =
        accounts.named(who.username()).isEmpty()
            ? who.username()
            : who.username() + CatalogName.RANDOM_SUFFIX;
    return setup
        .domains()
        .register(who.email(), who)
        .then(allowed -> NewAccount.of(username, who.email()));
  }

  private String displayNameClaim() {
    return setup.identity() instanceof EmailFirst emailFirst ? emailFirst.displayNameClaim() : "";
  }

  private CatalogAccount synced(CatalogAccount account, CatalogClaims claims) {
    CatalogAccount promoted = setup.admins().apply(account);
    CatalogAccount joined = setup.version().callbackTeams().apply(promoted, claims, setup.sync());
    return setup.version().session().rolesAtCallback(joined, claims, setup.sync());
  }
}
