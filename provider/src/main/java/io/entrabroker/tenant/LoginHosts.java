package io.entrabroker.tenant;

import io.entrabroker.Parsed;
import io.entrabroker.Shortened;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The hosts that may be asked to sign people in: Microsoft's clouds, and whatever the operator of
 * the server (not the administrator of a realm) adds.
 *
 * @param additional further hosts, each {@code host} or {@code host:port}, lower case, and for each
 *     the hosts of its Microsoft Graph, the usual one first; none where the host is both
 */
public record LoginHosts(Map<String, List<String>> additional) {

  private static final String HOST = "([a-z0-9.-]+|\\[[0-9a-f:.]+\\])(:\\d{1,5})?";
  private static final Pattern ENTRY = Pattern.compile(HOST + "(;graph=" + HOST + ")*");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public LoginHosts {
    Map<String, List<String>> copy = new TreeMap<>();
    additional.forEach((host, graph) -> copy.put(host, List.copyOf(graph)));
    additional = Collections.unmodifiableMap(copy);
  }

  /** Microsoft's clouds and nothing else. */
  public static LoginHosts microsoftOnly() {
    return new LoginHosts(Map.of());
  }

  /**
   * Microsoft's clouds and a comma-separated list of {@code host[:port]}, each of which may be
   * followed by the hosts of its Microsoft Graph: {@code login.example;graph=graph.example}.
   *
   * @throws IllegalArgumentException if the list is anything else; the message says what to write
   */
  public static LoginHosts microsoftAnd(String list) {
    Map<String, List<String>> hosts = new TreeMap<>();
    Arrays.stream(list.split(",", -1))
        .map(entry -> entry.toLowerCase(Locale.ROOT).replaceAll("\\s", ""))
        .filter(entry -> !entry.isEmpty())
        .map(LoginHosts::entry)
        .forEach(parts -> hosts.put(parts.get(0), parts.subList(1, parts.size())));
    return new LoginHosts(hosts);
  }

  private static List<String> entry(String text) {
    if (!ENTRY.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'"
              + Shortened.of(text)
              + "' is no login host: write login.example, login.example:8443 or, with the host of"
              + " its Microsoft Graph, login.example;graph=graph.example, separated by commas.");
    }
    return List.of(text.split(";graph=", -1));
  }

  /**
   * Where Microsoft Graph may be for people who sign in here, the usual origin first: what
   * Microsoft or the operator of the server says. Where there are several, the tenant's metadata
   * chooses.
   *
   * @param base the login host, {@code scheme://host[:port]}
   */
  public List<URI> graphOrigins(URI base) {
    return Cloud.ofBase(base)
        .map(Cloud::graphOrigins)
        .orElseGet(() -> additionalGraph(base, base.getRawAuthority().toLowerCase(Locale.ROOT)));
  }

  private List<URI> additionalGraph(URI base, String host) {
    List<String> graph = additional.getOrDefault(host, List.of());
    return graph.isEmpty()
        ? List.of(base)
        : graph.stream().map(it -> URI.create(schemeOf(base, it) + "://" + it)).toList();
  }

  // An access token travels over plain HTTP on this machine only.
  private static String schemeOf(URI base, String graphHost) {
    return LOOPBACK.contains(hostOnly(URI.create("http://" + graphHost)))
        ? base.getScheme()
        : "https";
  }

  /** The base URL ({@code scheme://host[:port]}, Microsoft's aliases replaced) for an authority. */
  Parsed<URI> baseOf(URI authority) {
    String hostAndPort = hostAndPort(authority);
    Optional<Cloud> cloud = Cloud.ofHost(hostAndPort);
    if (cloud.isEmpty() && !additional.containsKey(hostAndPort)) {
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
