package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entrabroker.samplecatalog.rules.Band;
import io.entrabroker.samplecatalog.rules.Bearer;
import io.entrabroker.samplecatalog.rules.CatalogUser;
import io.entrabroker.samplecatalog.rules.CatalogUsers;
import io.javalin.http.Context;
import org.pac4j.core.exception.TechnicalException;
import org.pac4j.oidc.credentials.OidcCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Since 2.0: the page gets a token that the catalog made itself, in the fragment. */
final class OwnSessionTokens implements SessionTokens {
  private static final Logger LOG = LoggerFactory.getLogger(OwnSessionTokens.class);

  private final ConfidentialFlow flow;
  private final OwnTokens tokens;
  private final CatalogUsers users;
  private final Band band;

  OwnSessionTokens(ConfidentialFlow flow, OwnTokens tokens, CatalogCore core) {
    this.flow = flow;
    this.tokens = tokens;
    this.users = core.users();
    this.band = core.rules().band();
  }

  /** An expired token is only worth a warning: it is not used again. */
  @Override
  public OidcCredentials unexpired(OidcCredentials redeemed, Bearer bearer) {
    return redeemed;
  }

  @Override
  public String begin(BrowserSession session, OidcCredentials credentials, SignedIn who) {
    String id = tokens.begin(who.bearer().claims());
    session.signedIn(credentials);
    session.own(id, who.user().name());
    return TokenRedirect.inFragment(who.target(), tokens.token(id, who.user()), who.user());
  }

  /**
   * In 2.0 nobody asks the realm; after that a refresh token it no longer takes ends the session.
   */
  @Override
  public String renew(BrowserSession session, OidcCredentials credentials) {
    if (band == Band.EMAIL_FIRST && credentials.getRefreshToken() != null) {
      askRealm(session, credentials);
    }
    String id = session.ownId().orElseThrow(() -> new SignInFailure("No active session"));
    CatalogUser user =
        session
            .ownUsername()
            .flatMap(users::named)
            .orElseThrow(() -> new SignInFailure("No active session"));
    return tokens.token(id, user);
  }

  private void askRealm(BrowserSession session, OidcCredentials credentials) {
    try {
      session.renewed(flow.refresh(credentials));
    } catch (TechnicalException refused) {
      String reason = String.valueOf(refused.getMessage());
      if (reason.contains("invalid_grant") || reason.contains("invalid_token")) {
        throw new SignInFailure("The realm ended the session", refused);
      }
      LOG.warn("The realm did not answer a renewal: {}", refused.getClass().getSimpleName());
    }
  }

  @Override
  public void end(BrowserSession session) {
    session.ownId().ifPresent(tokens::end);
  }

  @Override
  public void fail(Context http, String message) {
    Answers.json(http, 500, JsonNodeFactory.instance.objectNode().put("error", message));
  }
}
