package io.entrabroker.simulator.web;

import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.tokens.LoginHost;
import io.javalin.http.Context;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Instance discovery: tells a library which login hosts belong together. */
final class InstanceHandler {

  private static final Set<String> PUBLIC_CLOUD =
      Set.of(
          "login.microsoftonline.com",
          "login.windows.net",
          "login.microsoft.com",
          "sts.windows.net");

  private final LoginHosts loginHosts;

  InstanceHandler(LoginHosts loginHosts) {
    this.loginHosts = loginHosts;
  }

  void instances(Context ctx) {
    LoginHost host = loginHosts.asked(ctx);
    String asked = Requests.query(ctx).require("authorization_endpoint");
    String own = URI.create(host.url()).getAuthority();
    String authority = authorityOf(asked);
    if (!authority.equalsIgnoreCase(own) && !PUBLIC_CLOUD.contains(authority)) {
      throw Aadsts.INSTANCE_UNKNOWN.thrown();
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "tenant_discovery_endpoint",
        host.endpoint("common", "v2.0/.well-known/openid-configuration"));
    document.put("api-version", "1.1");
    document.put(
        "metadata",
        List.of(Map.of("preferred_network", own, "preferred_cache", own, "aliases", List.of(own))));
    Answers.publicDocument(ctx);
    Json.write(ctx, document);
  }

  private static String authorityOf(String address) {
    try {
      String authority = URI.create(address).getAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }
}
