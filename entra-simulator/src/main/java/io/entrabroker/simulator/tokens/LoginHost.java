package io.entrabroker.simulator.tokens;

/**
 * The public address of the login host: what stands for {@code https://login.microsoftonline.com}.
 *
 * @param url scheme, host and port, without a slash at the end
 */
public record LoginHost(String url) {

  public LoginHost {
    url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
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
