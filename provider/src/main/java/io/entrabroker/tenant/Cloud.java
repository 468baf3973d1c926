package io.entrabroker.tenant;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Microsoft cloud and its login hosts. Tenants, app registrations and tokens belong to one cloud.
 *
 * <p>Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud">National
 * clouds</a>.
 */
public enum Cloud {
  PUBLIC(
      "login.microsoftonline.com",
      List.of("graph.microsoft.com"),
      "api://AzureADTokenExchange",
      "login.windows.net",
      "login.microsoft.com",
      "sts.windows.net"),
  US_GOVERNMENT(
      "login.microsoftonline.us",
      List.of("graph.microsoft.us", "dod-graph.microsoft.us"),
      "api://AzureADTokenExchangeUSGov",
      "login.usgovcloudapi.net"),
  CHINA(
      "login.partner.microsoftonline.cn",
      List.of("microsoftgraph.chinacloudapi.cn"),
      "api://AzureADTokenExchangeChina",
      "login.chinacloudapi.cn");

  private final String loginHost;
  private final List<String> graphHosts;
  private final String tokenExchangeAudience;
  private final List<String> aliases;

  Cloud(
      String loginHost, List<String> graphHosts, String tokenExchangeAudience, String... aliases) {
    this.loginHost = loginHost;
    this.graphHosts = graphHosts;
    this.tokenExchangeAudience = tokenExchangeAudience;
    this.aliases = List.of(aliases);
  }

  /** The host that stands in the issuer of this cloud's v2.0 tokens. */
  public String loginHost() {
    return loginHost;
  }

  /**
   * The origins of Microsoft Graph in this cloud, the usual one first. The US Department of Defense
   * signs in where the rest of the US government does but has a Microsoft Graph of its own, which
   * the tenant's metadata tells ({@code msgraph_host}).
   *
   * <p>Source: <a href="https://learn.microsoft.com/graph/deployments">National cloud
   * deployments</a>.
   */
  public List<URI> graphOrigins() {
    return graphHosts.stream().map(host -> URI.create("https://" + host)).toList();
  }

  /**
   * The {@code aud} that an assertion of an external issuer must carry to be taken as a federated
   * identity credential in this cloud.
   *
   * <p>Source: <a
   * href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations">Workload
   * identity federation, unsupported clouds and audiences</a>.
   */
  public String tokenExchangeAudience() {
    return tokenExchangeAudience;
  }

  /**
   * The cloud of a login host's base URL; empty for a host that the operator of the server added.
   *
   * @param base {@code scheme://host[:port]}
   */
  public static Optional<Cloud> ofBase(URI base) {
    return ofHost(base.getRawAuthority().toLowerCase(Locale.ROOT));
  }

  /** The cloud that answers under a host name (lower case), under its own name or an alias. */
  static Optional<Cloud> ofHost(String host) {
    return Arrays.stream(values())
        .filter(cloud -> cloud.loginHost.equals(host) || cloud.aliases.contains(host))
        .findFirst();
  }
}
