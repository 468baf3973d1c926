package io.entrabroker.simulator.web;

import io.entrabroker.simulator.directory.Cloud;
import io.entrabroker.simulator.tokens.LoginHost;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Host names under which the simulator answers as one of Microsoft's clouds.
 *
 * @param byName the cloud by lower-case host name
 */
public record CloudHosts(Map<String, Cloud> byName) {

  public CloudHosts {
    byName = Map.copyOf(byName);
  }

  /** No name is special: everything is the public cloud at its own address. */
  public static CloudHosts none() {
    return new CloudHosts(Map.of());
  }

  /** These, and one more name. */
  public CloudHosts and(String hostName, Cloud cloud) {
    Map<String, Cloud> more = new LinkedHashMap<>(byName);
    more.put(hostName.toLowerCase(Locale.ROOT), cloud);
    return new CloudHosts(more);
  }

  /** These, and the names that Microsoft gave to a cloud's login host and Graph. */
  public CloudHosts andMicrosofts(Cloud cloud) {
    CloudHosts more = and(cloud.graphHost(), cloud);
    for (String host : cloud.loginHosts()) {
      more = more.byName().containsKey(host) ? more : more.and(host, cloud);
    }
    return more;
  }

  Set<String> names() {
    return byName.keySet();
  }

  /** The address as the client wrote it, if its host name is special. */
  Optional<LoginHost> of(String scheme, String hostAndPort) {
    String name = hostAndPort.replaceAll(":\\d*$", "").toLowerCase(Locale.ROOT);
    return Optional.ofNullable(byName.get(name))
        .map(cloud -> new LoginHost(scheme + "://" + hostAndPort.toLowerCase(Locale.ROOT), cloud));
  }
}
