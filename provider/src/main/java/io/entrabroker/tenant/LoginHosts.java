package io.entrabroker.tenant;

import io.entrabroker.Parsed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hosts that may be asked to sign people in: Microsoft's clouds, and whatever the operator of
 * the server (not the administrator of a realm) adds.
 *
 * @param additional further hosts, each {@code host} or {@code host:port}, lower case
 */
public record LoginHosts(Set<String> additional) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public LoginHosts {
    additional = Set.copyOf(additional);
  }

  /** Microsoft's clouds and nothing else. */
  public static LoginHosts microsoftOnly() {
    return new LoginHosts(Set.of());
  }

  /** Microsoft's clouds and a comma-separated list of {@code host[:port]}. */
  public static LoginHosts microsoftAnd(String list) {
    Set<String> hosts = new TreeSet<>();
    Arrays.stream(list.split(",", -1))
        .map(host -> host.strip().toLowerCase(Locale.ROOT))
        .filter(host -> !host.isEmpty())
        .forEach(hosts::add);
    return new LoginHosts(hosts);
  }

  /** The base URL ({@code scheme://host[:port]}, Microsoft's aliases replaced) for an authority. */
  Parsed<URI> baseOf(URI authority) {
    String hostAndPort = hostAndPort(authority);
    Optional<Cloud> cloud = Cloud.ofHost(hostAndPort);
    if (cloud.isEmpty() && !additional.contains(hostAndPort)) {
      return Parsed.refused(
          "'"
              + hostAndPort
              + "' is not a sign-in host of Microsoft. Write the tenant's id, or an authority on "
              + microsoftHosts()
              + ". The operator of this server can allow further hosts with the option"
              + " spi-identity_provider--entra--login-hosts.");
    }
    if (!"https".equals(authority.getScheme()) && !LOOPBACK.contains(hostOnly(authority))) {
      return Parsed.refused(
          "The authority must begin with https:// (http is for this machine only).");
    }
    String host = cloud.map(Cloud::loginHost).orElse(hostAndPort);
    return Parsed.accepted(URI.create(authority.getScheme() + "://" + host));
  }

  /** Whether a URL, which may be any text, is one of a host that may be asked to sign people in. */
  public boolean serve(String url) {
    try {
      return baseOf(new URI(url)).asOptional().isPresent();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The base URL of the public cloud: where a bare tenant id or domain belongs. */
  static URI publicCloud() {
    return URI.create("https://" + Cloud.PUBLIC.loginHost());
  }

  private static String hostOnly(URI uri) {
    return uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
  }

  private static String hostAndPort(URI uri) {
    boolean standardPort =
        uri.getPort() == -1
            || (uri.getPort() == 443 && "https".equals(uri.getScheme()))
            || (uri.getPort() == 80 && "http".equals(uri.getScheme()));
    return standardPort ? hostOnly(uri) : hostOnly(uri) + ":" + uri.getPort();
  }

  private static String microsoftHosts() {
    List<String> hosts = Arrays.stream(Cloud.values()).map(Cloud::loginHost).toList();
    return String.join(", ", hosts);
  }
}
