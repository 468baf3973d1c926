package io.entrabroker.tenant;

import java.util.Arrays;
import java.util.List;
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
      "login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"),
  US_GOVERNMENT("login.microsoftonline.us", "login.usgovcloudapi.net"),
  CHINA("login.partner.microsoftonline.cn", "login.chinacloudapi.cn");

  private final String loginHost;
  private final List<String> aliases;

  Cloud(String loginHost, String... aliases) {
    this.loginHost = loginHost;
    this.aliases = List.of(aliases);
  }

  /** The host that stands in the issuer of this cloud's v2.0 tokens. */
  public String loginHost() {
    return loginHost;
  }

  /** The cloud that answers under a host name (lower case), under its own name or an alias. */
  static Optional<Cloud> ofHost(String host) {
    return Arrays.stream(values())
        .filter(cloud -> cloud.loginHost.equals(host) || cloud.aliases.contains(host))
        .findFirst();
  }
}
