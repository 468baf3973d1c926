package io.entrabroker.simulator.web;

import io.entrabroker.simulator.tokens.LoginHost;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The public addresses of the two connectors. An answer speaks of the address that was asked, since
 * clients insist that issuer and authority have the same origin.
 *
 * @param http the address of the http connector; known once the port is
 * @param https the address of the https connector
 * @param clouds host names that mean a cloud
 */
record LoginHosts(Supplier<LoginHost> http, Supplier<LoginHost> https, CloudHosts clouds) {

  LoginHost asked(Context ctx) {
    boolean secure = ctx.req().isSecure();
    return clouds
        .of(secure ? "https" : "http", Optional.ofNullable(ctx.host()).orElse(""))
        .orElseGet(secure ? https : http);
  }
}
