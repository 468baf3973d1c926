package io.entrabroker.simulator.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One of Microsoft's clouds: own login hosts, own Graph, own tenants.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud">
 *     National clouds</a>
 */
public enum Cloud {
  /** The global cloud, GCC included. */
  PUBLIC(
      "Public",
      "microsoftonline.com",
      "graph.microsoft.com",
      "graph.windows.net",
      "login.microsoftonline.com",
      "login.windows.net",
      "login.microsoft.com",
      "sts.windows.net"),
  /** US Government L4 (GCC High). */
  US_GOV(
      "USGov",
      "microsoftonline.us",
      "graph.microsoft.us",
      "graph.microsoftazure.us",
      "login.microsoftonline.us",
      "login.usgovcloudapi.net"),
  /** US Government L5 (DoD): the login hosts of L4, another Graph. */
  US_GOV_DOD(
      "USGovDoD",
      "microsoftonline.us",
      "dod-graph.microsoft.us",
      "graph.microsoftazure.us",
      "login.microsoftonline.us",
      "login.usgovcloudapi.net"),
  /** China, operated by 21Vianet. */
  CHINA(
      "China",
      "partner.microsoftonline.cn",
      "microsoftgraph.chinacloudapi.cn",
      "graph.chinacloudapi.cn",
      "login.partner.microsoftonline.cn",
      "login.chinacloudapi.cn");

  private final String label;
  private final String instanceName;
  private final String graphHost;
  private final String legacyGraphHost;
  private final List<String> loginHosts;

  Cloud(
      String label,
      String instanceName,
      String graphHost,
      String legacyGraphHost,
      String... loginHosts) {
    this.label = label;
    this.instanceName = instanceName;
    this.graphHost = graphHost;
    this.legacyGraphHost = legacyGraphHost;
    this.loginHosts = List.of(loginHosts);
  }

  /** The cloud that a directory file means: {@code Public}, {@code USGov} and so on. */
  static Optional<Cloud> named(String label) {
    return Arrays.stream(values()).filter(cloud -> cloud.label.equals(label)).findFirst();
  }

  /** As directory files and messages call it. */
  public String label() {
    return label;
  }

  /** The member {@code cloud_instance_name} of the metadata. */
  public String instanceName() {
    return instanceName;
  }

  /** The host of Microsoft Graph. */
  public String graphHost() {
    return graphHost;
  }

  /** The member {@code cloud_graph_host_name} of the metadata. */
  public String legacyGraphHost() {
    return legacyGraphHost;
  }

  /** The names of the login host, the usual one first. */
  public List<String> loginHosts() {
    return loginHosts;
  }

  /** Whether both clouds have the same login host: L4 and L5. */
  public boolean sharesLoginHostWith(Cloud other) {
    return loginHosts.equals(other.loginHosts);
  }
}
