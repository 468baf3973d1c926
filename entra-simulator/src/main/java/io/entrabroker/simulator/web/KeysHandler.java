package io.entrabroker.simulator.web;

import io.entrabroker.simulator.directory.ServicePrincipal;
import io.entrabroker.simulator.keys.KeyRing;
import io.entrabroker.simulator.oauth.Alias;
import io.entrabroker.simulator.oauth.Clients;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/** The published signing keys: those of everybody or, on request, those of one application. */
final class KeysHandler {

  private final Clients clients;
  private final KeyRing keys;
  private final LoginHosts loginHosts;

  KeysHandler(Clients clients, KeyRing keys, LoginHosts loginHosts) {
    this.clients = clients;
    this.keys = keys;
    this.loginHosts = loginHosts;
  }

  private Map<String, Object> published(String segment, String host) {
    return isOfPersonalAccounts(segment)
        ? keys.publishedForPersonalAccounts(host)
        : keys.published(host);
  }

  private boolean hasOwnKey(String segment, String appId) {
    return clients.tenantsNamed(segment).stream()
        .flatMap(tenant -> tenant.servicePrincipal(appId).stream())
        .anyMatch(ServicePrincipal::hasOwnSigningKey);
  }

  private boolean isOfPersonalAccounts(String segment) {
    return Alias.named(segment)
        .map(alias -> alias == Alias.CONSUMERS)
        .orElseGet(() -> clients.tenant(segment).holdsPersonalAccounts());
  }

  void keySet(Context ctx) {
    String host = loginHosts.asked(ctx).url();
    Optional<String> owner =
        Requests.query(ctx).first("appid").filter(appId -> hasOwnKey(Requests.tenant(ctx), appId));
    Map<String, Object> published =
        owner.isPresent()
            ? keys.publishedFor(owner.get(), host)
            : published(Requests.tenant(ctx), host);
    Answers.publicDocument(ctx);
    Json.write(ctx, published);
  }
}
