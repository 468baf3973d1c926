package io.entrabroker.simulator.web;

import io.entrabroker.simulator.keys.CertificateAuthority;
import io.entrabroker.simulator.tokens.LoginHost;
import io.javalin.config.JettyConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The http and https connectors; their ports are known once the server has started. */
final class Connectors {

  private static final int LONGEST_HEADERS = 32 * 1024;

  private final Listening listening;
  private final CertificateAuthority authority;
  private final List<ServerConnector> http = new ArrayList<>();
  private final List<ServerConnector> https = new ArrayList<>();

  Connectors(Listening listening, CertificateAuthority authority) {
    this.listening = listening;
    this.authority = authority;
  }

  void addTo(JettyConfig jetty) {
    jetty.modifyHttpConfiguration(configuration -> configureHttp(configuration));
    jetty.addConnector(this::httpConnector);
    if (listening.https().isOn()) {
      jetty.addConnector(this::httpsConnector);
    }
  }

  private static void configureHttp(HttpConfiguration configuration) {
    configuration.setSendServerVersion(false);
    // Our own limit for addresses is told on a page; beyond this one the server says 414.
    configuration.setRequestHeaderSize(LONGEST_HEADERS);
  }

  /** What clients call the http connector. */
  LoginHost httpHost() {
    return host(listening.http(), "http", http);
  }

  /**
   * What clients call the https connector.
   *
   * @throws IllegalStateException if there is none
   */
  LoginHost httpsHost() {
    return host(listening.https(), "https", https);
  }

  int httpPort() {
    return http.get(0).getLocalPort();
  }

  private static LoginHost host(
      Listening.Port port, String scheme, List<ServerConnector> connectors) {
    if (!port.publicUrl().isEmpty()) {
      return new LoginHost(port.publicUrl());
    }
    if (connectors.isEmpty()) {
      throw new IllegalStateException("The simulator was started without " + scheme + ".");
    }
    return new LoginHost(scheme + "://localhost:" + connectors.get(0).getLocalPort());
  }

  private ServerConnector httpConnector(Server server, HttpConfiguration configuration) {
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration));
    return listen(connector, listening.http(), http);
  }

  private ServerConnector httpsConnector(Server server, HttpConfiguration configuration) {
    HttpConfiguration secure = new HttpConfiguration(configuration);
    // Host names differ from the certificate behind containers and proxies; clients check it.
    secure.addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls(), "http/1.1"), new HttpConnectionFactory(secure));
    return listen(connector, listening.https(), https);
  }

  private ServerConnector listen(
      ServerConnector connector, Listening.Port port, List<ServerConnector> list) {
    connector.setHost(listening.host());
    connector.setPort(port.number());
    list.add(connector);
    return connector;
  }

  private SslContextFactory.Server tls() {
    String password = UUID.randomUUID().toString();
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(authority.serverKeyStore(certificateHosts(), password.toCharArray()));
    tls.setKeyStorePassword(password);
    return tls;
  }

  private Set<String> certificateHosts() {
    Set<String> hosts = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
    hosts.add(listening.host());
    hosts.addAll(listening.clouds().names());
    for (Listening.Port port : List.of(listening.http(), listening.https())) {
      String host = port.publicUrl().isEmpty() ? null : URI.create(port.publicUrl()).getHost();
      if (host != null) {
        hosts.add(host);
      }
    }
    return hosts;
  }
}
