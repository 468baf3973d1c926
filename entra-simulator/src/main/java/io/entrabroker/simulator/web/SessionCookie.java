package io.entrabroker.simulator.web;

import io.entrabroker.simulator.session.Sessions;
import io.entrabroker.simulator.session.SignIn;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Optional;

/** The cookie that carries the session at the login host, and with it single sign-on. */
final class SessionCookie {

  // Cookies know no ports: the name must not be one that another server on localhost uses.
  private static final String NAME = "entra-simulator-session";

  private final Sessions sessions;

  SessionCookie(Sessions sessions) {
    this.sessions = sessions;
  }

  /** Everybody who is signed in in this browser, the latest first. */
  List<SignIn> signIns(Context ctx) {
    return Optional.ofNullable(ctx.cookie(NAME)).map(sessions::find).orElse(List.of());
  }

  /** Who signed in last. */
  Optional<SignIn> signIn(Context ctx) {
    return signIns(ctx).stream().findFirst();
  }

  void start(Context ctx, SignIn signIn) {
    set(ctx, sessions.remember(signIn, signIns(ctx)), -1);
  }

  /** Ends one person's session; others who are signed in stay. */
  void end(Context ctx, SignIn ended) {
    List<SignIn> others =
        signIns(ctx).stream()
            .filter(other -> !other.isOf(ended.tenantId(), ended.userId()))
            .toList();
    Optional.ofNullable(ctx.cookie(NAME)).ifPresent(sessions::end);
    if (others.isEmpty()) {
      set(ctx, "", 0);
    } else {
      set(ctx, sessions.remember(others), -1);
    }
  }

  /** Over https the cookie also travels inside frames, as silent renewal needs it. */
  private static void set(Context ctx, String value, int maxAge) {
    boolean secure = ctx.req().isSecure();
    Cookie cookie = new Cookie(NAME, value, "/", maxAge, secure, true);
    cookie.setSameSite(secure ? SameSite.NONE : SameSite.LAX);
    ctx.cookie(cookie);
  }
}
