package io.entrabroker.catalog;

import io.entrabroker.Outcome;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import java.util.Map;

/**
 * Predicts what OpenMetadata makes of a token of the realm. The token's signature and times count
 * as good: OpenMetadata looks at no other registered claim, neither {@code iss} nor {@code aud}.
 */
public final class CatalogPrincipal {

  private CatalogPrincipal() {}

  /**
   * What comes of a sign-in, up to the catalog's first page.
   *
   * @param tokenClaims the claims of the ID token, by name, as parsed from JSON; any value is taken
   * @param setup the catalog's settings
   * @param known whom the catalog knows before
   */
  public static CatalogPrediction predict(
      Map<String, ?> tokenClaims, CatalogSetup setup, CatalogAccounts known) {
    return visit(tokenClaims, setup, known).prediction();
  }

  /**
   * The same, with whom the catalog knows afterwards: to predict what comes of the next sign-in.
   */
  public static CatalogVisit visit(
      Map<String, ?> tokenClaims, CatalogSetup setup, CatalogAccounts known) {
    CatalogClaims claims = CatalogClaims.of(tokenClaims);
    return setup.client() == ClientKind.PUBLIC
        ? outcome(new BearerRequest(setup, known).loggedInOrSignedUp(claims), known)
        : new Callback(setup, known)
            .signedIn(claims)
            .fold(
                account ->
                    firstRequest(account, claims, new BearerRequest(setup, known.with(account))),
                refused -> new CatalogVisit(refused, known));
  }

  private static CatalogVisit firstRequest(
      CatalogAccount account, CatalogClaims claims, BearerRequest request) {
    return outcome(
        request.setup().version().session().firstRequest(account, claims, request),
        request.accounts());
  }

  private static CatalogVisit outcome(
      Outcome<CatalogAccount, Refused> answer, CatalogAccounts before) {
    return answer.fold(
        account -> new CatalogVisit(account.accepted(), before.with(account)),
        refused -> new CatalogVisit(refused, before));
  }
}
