package io.entrabroker.simulator.web;

import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.keys.KeyRing;
import io.entrabroker.simulator.oauth.Alias;
import io.entrabroker.simulator.oauth.Clients;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** The published signing keys; the endpoint can be switched off for tests. */
final class KeysHandler {

  private final Clients clients;
  private final KeyRing keys;
  private final LoginHosts loginHosts;
  private final AtomicBoolean down = new AtomicBoolean();

  KeysHandler(Clients clients, KeyRing keys, LoginHosts loginHosts) {
    this.clients = clients;
    this.keys = keys;
    this.loginHosts = loginHosts;
  }

  void takeDown() {
    down.set(true);
  }

  void bringBack() {
    down.set(false);
  }

  private boolean isOfPersonalAccounts(String segment) {
    return Alias.named(segment)
        .map(alias -> alias == Alias.CONSUMERS)
        .orElseGet(() -> clients.tenant(segment).holdsPersonalAccounts());
  }

  void keySet(Context ctx) {
    if (down.get()) {
      throw Aadsts.TEMPORARILY_UNAVAILABLE.thrown();
    }
    String host = loginHosts.asked(ctx).url();
    Map<String, Object> published =
        isOfPersonalAccounts(Requests.tenant(ctx))
            ? keys.publishedForPersonalAccounts(host)
            : keys.published(host);
    Answers.publicDocument(ctx);
    Json.write(ctx, published);
  }
}
