package io.entrabroker.simulator.web;

import io.entrabroker.simulator.session.Sessions;
import io.entrabroker.simulator.session.SignIn;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/** The cookie that carries the session at the login host, and with it single sign-on. */
final class SessionCookie {

  // Cookies know no ports: the name must not be one that another server on localhost uses.
  private static final String NAME = "entra-simulator-session";

  private final Sessions sessions;

  SessionCookie(Sessions sessions) {
    this.sessions = sessions;
  }

  Optional<SignIn> signIn(Context ctx) {
    return Optional.ofNullable(ctx.cookie(NAME)).flatMap(sessions::find);
  }

  void start(Context ctx, SignIn signIn) {
    set(ctx, sessions.remember(signIn), -1);
  }

  void end(Context ctx) {
    Optional.ofNullable(ctx.cookie(NAME)).ifPresent(sessions::end);
    set(ctx, "", 0);
  }

  /** Over https the cookie also travels inside frames, as silent renewal needs it. */
  private static void set(Context ctx, String value, int maxAge) {
    boolean secure = ctx.req().isSecure();
    Cookie cookie = new Cookie(NAME, value, "/", maxAge, secure, true);
    cookie.setSameSite(secure ? SameSite.NONE : SameSite.LAX);
    ctx.cookie(cookie);
  }
}
