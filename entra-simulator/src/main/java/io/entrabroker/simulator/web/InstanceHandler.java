package io.entrabroker.simulator.web;

import io.entrabroker.simulator.directory.Cloud;
import io.entrabroker.simulator.errors.Aadsts;
import io.entrabroker.simulator.tokens.LoginHost;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Instance discovery: tells a library which login hosts belong together. */
final class InstanceHandler {

  private final LoginHosts loginHosts;

  InstanceHandler(LoginHosts loginHosts) {
    this.loginHosts = loginHosts;
  }

  void instances(Context ctx) {
    LoginHost host = loginHosts.asked(ctx);
    String asked = Requests.query(ctx).require("authorization_endpoint");
    String own = URI.create(host.url()).getAuthority();
    String authority = authorityOf(asked);
    if (!authority.equalsIgnoreCase(own) && !isMicrosofts(authority)) {
      throw Aadsts.INSTANCE_UNKNOWN.thrown();
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "tenant_discovery_endpoint",
        host.endpoint("common", "v2.0/.well-known/openid-configuration"));
    document.put("api-version", "1.1");
    document.put(
        "metadata",
        isMicrosofts(own)
            ? Stream.of(Cloud.PUBLIC, Cloud.CHINA, Cloud.US_GOV)
                .map(cloud -> entry(cloud.loginHosts()))
                .toList()
            : List.of(entry(List.of(own))));
    Answers.publicDocument(ctx);
    Json.write(ctx, document);
  }

  private static boolean isMicrosofts(String host) {
    return Arrays.stream(Cloud.values()).anyMatch(cloud -> cloud.loginHosts().contains(host));
  }

  /** Of several names the first is for the network and the second for caches. */
  private static Map<String, Object> entry(List<String> aliases) {
    return Map.of(
        "preferred_network", aliases.get(0),
        "preferred_cache", aliases.get(aliases.size() > 1 ? 1 : 0),
        "aliases", aliases);
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
