package io.entrabroker.simulator.web;

import io.entrabroker.simulator.oauth.Clients;
import io.entrabroker.simulator.oauth.Protocol;
import io.entrabroker.simulator.session.Sessions;
import java.time.Clock;

/**
 * One handler per concern.
 *
 * @param presentation what handlers need to speak to browsers
 * @param log keeps requests for tests
 */
record Handlers(
    Presentation presentation,
    DiscoveryHandler discovery,
    KeysHandler keys,
    InstanceHandler instance,
    AuthorizeHandler authorize,
    TokenHandler token,
    Cors cors,
    LogoutHandler logout,
    GraphHandler graph,
    RequestLog log) {

  static Handlers of(WebServer.Backend backend, LoginHosts loginHosts, RequestLog log) {
    Clients clients = backend.clients();
    Clock clock = backend.clock();
    Sessions sessions = new Sessions(clock);
    SessionCookie cookie = new SessionCookie(sessions);
    Failures failures = new Failures(loginHosts, clock);
    Presentation presentation =
        new Presentation(loginHosts, cookie, failures, new OutcomeWriter(loginHosts, failures));
    Protocol protocol = backend.protocol();
    Cors cors = new Cors(clients);
    return new Handlers(
        presentation,
        new DiscoveryHandler(clients, loginHosts),
        new KeysHandler(clients, backend.keys(), loginHosts),
        new InstanceHandler(loginHosts),
        new AuthorizeHandler(protocol.authorize(), clients, sessions, presentation),
        new TokenHandler(protocol.token(), loginHosts, cors),
        cors,
        new LogoutHandler(clients, protocol.frontChannelLogout(), cookie),
        new GraphHandler(backend.graph(), loginHosts),
        log);
  }
}
