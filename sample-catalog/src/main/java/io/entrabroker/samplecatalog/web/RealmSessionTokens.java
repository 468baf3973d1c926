package io.entrabroker.samplecatalog.web;

import io.entrabroker.samplecatalog.rules.Bearer;
import io.entrabroker.samplecatalog.rules.Claims;
import io.javalin.http.Context;
import java.time.Clock;
import org.pac4j.oidc.credentials.OidcCredentials;

/** Up to 1.13: the page gets the realm's own ID token, in the query. */
final class RealmSessionTokens implements SessionTokens {
  private final ConfidentialFlow flow;
  private final Clock clock;

  RealmSessionTokens(ConfidentialFlow flow, Clock clock) {
    this.flow = flow;
    this.clock = clock;
  }

  /** A token that is expired already is renewed on the spot. */
  @Override
  public OidcCredentials unexpired(OidcCredentials redeemed, Bearer bearer) {
    return isExpired(bearer.claims()) ? flow.refresh(redeemed) : redeemed;
  }

  private boolean isExpired(Claims claims) {
    return claims.expiry().filter(expiry -> expiry.isBefore(clock.instant())).isPresent();
  }

  @Override
  public String begin(BrowserSession session, OidcCredentials credentials, SignedIn who) {
    session.signedIn(credentials);
    return TokenRedirect.inQuery(who.target(), credentials.getIdToken(), who.bearer().principal());
  }

  @Override
  public String renew(BrowserSession session, OidcCredentials credentials) {
    OidcCredentials fresh = flow.refresh(credentials);
    session.renewed(fresh);
    return fresh.getIdToken();
  }

  @Override
  public void end(BrowserSession session) {
    // There is nothing but the browser's session.
  }

  @Override
  public void fail(Context http, String message) {
    Answers.errorPage(http, "[Auth Callback Servlet] Failed in Auth Login : " + message);
  }
}
