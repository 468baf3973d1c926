package io.entrabroker.samplecatalog.web;

import io.entrabroker.samplecatalog.rules.Bearer;
import io.entrabroker.samplecatalog.rules.CatalogUser;
import io.javalin.http.Context;
import java.net.URI;
import org.pac4j.oidc.credentials.OidcCredentials;

/**
 * Whose token a confidential client's page gets: the realm's up to 1.13, since 2.0 the catalog's.
 */
interface SessionTokens {

  /** The credentials to go on with, when the ID token of these may have expired already. */
  OidcCredentials unexpired(OidcCredentials redeemed, Bearer bearer);

  /**
   * Begins the session.
   *
   * @return where to send the browser, token and all
   */
  String begin(BrowserSession session, OidcCredentials credentials, SignedIn who);

  /**
   * A token for a session that goes on.
   *
   * @throws SignInFailure when it does not go on
   */
  String renew(BrowserSession session, OidcCredentials credentials);

  /** Ends what the catalog itself remembers of the session. */
  void end(BrowserSession session);

  /** Answers a callback that failed. */
  void fail(Context http, String message);

  /**
   * Who has signed in.
   *
   * @param target where the page waits for the token
   * @param bearer the realm's token
   * @param user the person as stored
   */
  record SignedIn(URI target, Bearer bearer, CatalogUser user) {}
}
