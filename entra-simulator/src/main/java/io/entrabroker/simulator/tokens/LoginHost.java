package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.Cloud;
import java.net.URI;

/**
 * The public address of the login host: what stands for {@code https://login.microsoftonline.com}.
 *
 * @param url scheme, host and port, without a slash at the end
 * @param cloud whose login host it is
 */
public record LoginHost(String url, Cloud cloud) {

  public LoginHost {
    url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** A login host of the public cloud. */
  public LoginHost(String url) {
    this(url, Cloud.PUBLIC);
  }

  /**
   * Host and port of Microsoft Graph: Microsoft's own name beside Microsoft's own name of the login
   * host, else the login host itself.
   *
   * @param tenantCloud the tenant's, since L4 and L5 share a login host but not Graph
   */
  public String graphAuthority(Cloud tenantCloud) {
    URI own = URI.create(url);
    boolean microsofts = cloud.loginHosts().contains(String.valueOf(own.getHost()));
    String port = own.getPort() < 0 ? "" : ":" + own.getPort();
    return microsofts ? tenantCloud.graphHost() + port : String.valueOf(own.getAuthority());
  }

  /** The issuer of v2 tokens of a tenant, given its GUID or the placeholder {@code {tenantid}}. */
  public String issuer(String tenant) {
    return url + "/" + tenant + "/v2.0";
  }

  /** The address of a path below a tenant, for example {@code oauth2/v2.0/token}. */
  public String endpoint(String tenant, String path) {
    return url + "/" + tenant + "/" + path;
  }

  /** The page that explains error codes. */
  public String errorPage() {
    return url + "/error";
  }
}
