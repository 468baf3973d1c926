package io.entrabroker.keycloak.preview;

import io.entrabroker.preview.PreviewPass;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import org.keycloak.models.KeycloakSession;
import org.keycloak.utils.SecureContextResolver;

/**
 * The cookie that tells one browser from another. It has to come along when Microsoft's page posts
 * the answer, which is a request from another site: so None, as Keycloak's own, wherever browsers
 * allow it.
 */
public final class BrowserCookie {

  private static final String NAME = "ENTRA_PREVIEW";

  /** No other host of the domain can set a cookie of this name; browsers take it by https only. */
  private static final String PREFIX = "__Host-";

  private final KeycloakSession session;

  /** The cookie of the session's request. */
  public BrowserCookie(KeycloakSession session) {
    this.session = session;
  }

  /** What the browser holds; empty if nothing. */
  public String secret() {
    Cookie cookie = session.getContext().getRequestHeaders().getCookies().get(name());
    return cookie == null ? "" : cookie.getValue();
  }

  /** A browser that holds this for as long as a preview can last. */
  public NewCookie holding(String secret) {
    boolean secure = SecureContextResolver.isSecureContext(session);
    return new NewCookie.Builder(name())
        .value(secret)
        .path("/")
        .maxAge(PreviewPass.LINK_LIFESPAN + PreviewPass.ANSWER_LIFESPAN)
        .secure(secure)
        .httpOnly(true)
        .sameSite(secure ? NewCookie.SameSite.NONE : NewCookie.SameSite.LAX)
        .build();
  }

  private String name() {
    boolean https = session.getContext().getUri().getRequestUri().getScheme().equals("https");
    return https ? PREFIX + NAME : NAME;
  }
}
