package io.entrabroker.it;

import io.entrabroker.it.network.Front;
import io.entrabroker.it.network.WayOut;
import io.entrabroker.simulator.EntraSimulator;
import io.entrabroker.simulator.keys.CertificateAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Other ways to the simulator than the direct one: by https over a front of the login host and
 * another of Microsoft Graph, and under Microsoft's own names over a proxy.
 *
 * @param login the front of a login host of the public cloud, which is not one of Microsoft's names
 * @param graph the front of its Microsoft Graph
 * @param wayOut the proxy
 * @param trusted the certificates of the authorities that Keycloak trusts
 */
public record Surroundings(Front login, Front graph, WayOut wayOut, Path trusted) {

  static final String FRONT_HOST = "127.0.0.1";

  static Surroundings of(EntraSimulator simulator, Path folder) {
    CertificateAuthority authority = CertificateAuthority.create();
    Path trusted = folder.resolve("trusted.pem").normalize();
    try {
      Files.createDirectories(folder);
      Files.writeString(trusted, authority.pem() + simulator.caCertificatePem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Surroundings(
        new Front(simulator, authority),
        new Front(simulator, authority),
        new WayOut(simulator.httpsUri().getPort()),
        trusted);
  }

  /** The authority of the simulator's tenant at the front. */
  public String authority() {
    return login.origin() + "/" + Upstreams.TENANT;
  }

  /** What the operator's list of login hosts says of the front. */
  String loginHost() {
    return login.hostAndPort() + ";graph=" + graph.hostAndPort();
  }

  /** Which hosts Keycloak asks for over the proxy: those of the clouds that are not global. */
  String proxyMappings() {
    String proxy = ";http://" + wayOut.host() + ":" + wayOut.port();
    return Stream.of("microsoftonline.(us|cn)", "graph.microsoft.us", "chinacloudapi.cn")
        .map(host -> ".*" + host + proxy)
        .collect(Collectors.joining(","));
  }

  void close() {
    login.close();
    graph.close();
    try {
      wayOut.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
