package io.entrabroker.samplecatalog.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.samplecatalog.rules.BearerToken;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.pac4j.core.exception.TechnicalException;
import org.pac4j.oidc.credentials.OidcCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1/auth/refresh} and {@code /api/v1/auth/logout} of the confidential client. */
final class ConfidentialSession {
  private static final Logger LOG = LoggerFactory.getLogger(ConfidentialSession.class);

  private final SessionTokens tokens;
  private final Supplier<URI> catalog;
  private final Clock clock;

  ConfidentialSession(SessionTokens tokens, CatalogCore core) {
    this.tokens = tokens;
    this.catalog = core.address();
    this.clock = core.clock();
  }

  /** A new token for the session. Whatever goes wrong ends the session, as in OpenMetadata. */
  void refresh(Context http) {
    BrowserSession session = new BrowserSession(http);
    Optional<OidcCredentials> credentials = session.credentials();
    if (credentials.isEmpty()) {
      Answers.error(http, 401, "Not Authorized! No session");
      return;
    }
    try {
      Answers.json(http, 200, answer(tokens.renew(session, credentials.get())));
    } catch (TechnicalException | SignInFailure failure) {
      LOG.warn("Renewal failed: {}", failure.getClass().getSimpleName());
      tokens.end(session);
      session.end();
      Answers.error(http, 500, "Failed in Refreshing Token : " + failure.getMessage());
    }
  }

  /** Ends this catalog's session and no other: the realm is not told, as in every version. */
  void logout(Context http) {
    BrowserSession session = new BrowserSession(http);
    tokens.end(session);
    session.end();
    http.redirect(catalog.get() + "/logout", HttpStatus.FOUND);
  }

  private ObjectNode answer(String idToken) {
    Instant now = clock.instant();
    Instant expiry =
        BearerToken.decode(idToken).flatMap(token -> token.claims().expiry()).orElse(now);
    return JsonNodeFactory.instance
        .objectNode()
        .put("accessToken", idToken)
        .put("tokenType", "Bearer")
        .put("expiryDuration", Duration.between(now, expiry).toSeconds());
  }
}
