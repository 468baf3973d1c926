package io.entrabroker.samplecatalog.web;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Optional;
import org.pac4j.core.context.CallContext;
import org.pac4j.jee.context.JEEContext;
import org.pac4j.jee.context.session.JEESessionStore;
import org.pac4j.oidc.credentials.OidcCredentials;

/** What the catalog keeps in the browser's session, in memory as up to 1.13. */
final class BrowserSession {
  private static final String REDIRECT_TARGET = "redirectUri";
  private static final String CREDENTIALS = "credentials";
  private static final String OWN_ID = "sessionId";
  private static final String OWN_USERNAME = "username";
  private static final int LIFETIME_SECONDS = 604_800;

  private final Context http;

  BrowserSession(Context http) {
    this.http = http;
  }

  /** The request as pac4j wants to see it; pac4j keeps state, nonce and verifier here too. */
  CallContext call() {
    return new CallContext(new JEEContext(http.req(), http.res()), new JEESessionStore());
  }

  void expect(URI redirectTarget) {
    HttpSession session = http.req().getSession(true);
    session.setMaxInactiveInterval(LIFETIME_SECONDS);
    session.setAttribute(REDIRECT_TARGET, redirectTarget);
  }

  Optional<URI> redirectTarget() {
    return attribute(REDIRECT_TARGET).map(URI.class::cast);
  }

  /** Starts over as a signed-in session: a new id, and nothing of the finished sign-in left. */
  void signedIn(OidcCredentials credentials) {
    end();
    HttpSession session = http.req().getSession(true);
    session.setMaxInactiveInterval(LIFETIME_SECONDS);
    session.setAttribute(CREDENTIALS, credentials);
  }

  void renewed(OidcCredentials credentials) {
    http.req().getSession(true).setAttribute(CREDENTIALS, credentials);
  }

  Optional<OidcCredentials> credentials() {
    return attribute(CREDENTIALS).map(OidcCredentials.class::cast);
  }

  /** Notes the catalog's own session, since 2.0. */
  void own(String id, String username) {
    HttpSession session = http.req().getSession(true);
    session.setAttribute(OWN_ID, id);
    session.setAttribute(OWN_USERNAME, username);
  }

  Optional<String> ownId() {
    return attribute(OWN_ID).map(String.class::cast);
  }

  Optional<String> ownUsername() {
    return attribute(OWN_USERNAME).map(String.class::cast);
  }

  void end() {
    HttpSession session = http.req().getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private Optional<Object> attribute(String name) {
    HttpSession session = http.req().getSession(false);
    return session == null ? Optional.empty() : Optional.ofNullable(session.getAttribute(name));
  }
}
