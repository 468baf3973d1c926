package io.entrabroker.samplecatalog.web;

import io.entrabroker.samplecatalog.rules.Bearer;
import io.entrabroker.samplecatalog.rules.BearerToken;
import io.entrabroker.samplecatalog.rules.CatalogUser;
import io.entrabroker.samplecatalog.rules.CatalogUsers;
import io.entrabroker.samplecatalog.rules.Outcome;
import io.entrabroker.samplecatalog.rules.RedirectTarget;
import io.entrabroker.samplecatalog.rules.TokenRules;
import io.entrabroker.samplecatalog.web.SessionTokens.SignedIn;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.exception.TechnicalException;
import org.pac4j.oidc.credentials.OidcCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /api/v1/auth/login} and {@code /callback} of the confidential client: at the end the page
 * gets a token, the realm's or the catalog's.
 */
final class ConfidentialSignIn {
  private static final Logger LOG = LoggerFactory.getLogger(ConfidentialSignIn.class);

  /** Answers that only mean "ask the person again" (1.13): back to the sign-in page. */
  private static final Set<String> ASK_AGAIN =
      Set.of(
          "login_required",
          "interaction_required",
          "consent_required",
          "account_selection_required");

  private final ConfidentialFlow flow;
  private final SessionTokens tokens;
  private final TokenRules rules;
  private final CatalogUsers users;
  private final Supplier<URI> catalog;
  private final List<String> upstreams;

  ConfidentialSignIn(
      ConfidentialFlow flow, SessionTokens tokens, CatalogCore core, List<String> upstreams) {
    this.flow = flow;
    this.tokens = tokens;
    this.rules = core.rules();
    this.users = core.users();
    this.catalog = core.address();
    this.upstreams = upstreams;
  }

  /** Sends the browser to the realm. */
  void login(Context http) {
    String asked = Optional.ofNullable(http.queryParam("redirectUri")).orElse("/auth/callback");
    Optional<URI> target = target(asked);
    String upstream = Optional.ofNullable(http.queryParam("kc_idp_hint")).orElse("");
    if (target.isEmpty()) {
      Answers.error(http, 400, "redirectUri is not an address of this catalog");
    } else if (!upstream.isEmpty() && !upstreams.contains(upstream)) {
      Answers.error(http, 400, "kc_idp_hint is not one of the configured aliases");
    } else {
      BrowserSession session = new BrowserSession(http);
      session.expect(target.get());
      leave(http, session.call(), upstream);
    }
  }

  private Optional<URI> target(String asked) {
    return rules.band().hasOwnTokens()
        ? RedirectTarget.exactly(catalog.get(), asked)
        : RedirectTarget.within(catalog.get(), asked);
  }

  private void leave(Context http, CallContext call, String upstream) {
    if (!upstream.isEmpty()) {
      call.webContext().setRequestAttribute(OpenMetadataRedirection.UPSTREAM, upstream);
    }
    try {
      http.redirect(flow.authorizationRequest(call), HttpStatus.FOUND);
    } catch (TechnicalException | SignInFailure failure) {
      fail(http, failure);
    }
  }

  /** Whether a callback belongs to a sign-in that this browser began here. */
  boolean isPending(Context http) {
    String state = http.queryParam("state");
    return state != null && flow.isPending(new BrowserSession(http).call(), state);
  }

  /** Takes the realm's answer. */
  void callback(Context http) {
    String error = http.queryParam("error");
    if (error != null && ASK_AGAIN.contains(error)) {
      http.redirect(catalog.get() + "/signin", HttpStatus.FOUND);
      return;
    }
    try {
      if (error != null) {
        throw new SignInFailure("Bad authentication response");
      }
      finish(http, new BrowserSession(http));
    } catch (TechnicalException | SignInFailure failure) {
      fail(http, failure);
    }
  }

  private void finish(Context http, BrowserSession session) {
    OidcCredentials redeemed = flow.redeem(session.call());
    Bearer bearer = bearer(redeemed);
    OidcCredentials current = tokens.unexpired(redeemed, bearer);
    CatalogUser user = accepted(users.signedIn(bearer));
    URI target =
        session.redirectTarget().orElseThrow(() -> new SignInFailure("Session has no target"));
    String location = tokens.begin(session, current, new SignedIn(target, bearer, user));
    http.redirect(location, HttpStatus.FOUND);
  }

  private Bearer bearer(OidcCredentials credentials) {
    return BearerToken.decode(credentials.getIdToken())
        .map(token -> accepted(rules.atCallback(token.claims())))
        .orElseThrow(() -> new SignInFailure("ID token is not readable"));
  }

  private static <T> T accepted(Outcome<T> outcome) {
    return outcome.fold(
        value -> value,
        refusal -> {
          throw new SignInFailure(refusal.message());
        });
  }

  private void fail(Context http, RuntimeException failure) {
    LOG.warn("Confidential sign-in failed: {}", failure.getClass().getSimpleName());
    tokens.fail(http, String.valueOf(failure.getMessage()));
  }
}
