package io.entrabroker.simulator.credentials;

import io.entrabroker.simulator.directory.Application;
import io.entrabroker.simulator.directory.Tenant;
import io.entrabroker.simulator.tokens.LoginHost;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a client assertion must have been made for.
 *
 * @param application the application that the request names
 * @param tenant whose endpoint was asked
 * @param segment the first segment of the path, as the request wrote it
 * @param loginHost the address that was asked
 */
public record AssertionTarget(
    Application application, Tenant tenant, String segment, LoginHost loginHost) {

  /**
   * Whether the audience means this token endpoint: by the tenant's GUID, a domain of it or the
   * alias that was asked, or by the tenant's issuer.
   */
  boolean isMeantBy(String audience) {
    String wanted = audience.toLowerCase(Locale.ROOT);
    return Stream.concat(
            Stream.of(loginHost.issuer(tenant.id())),
            Stream.concat(Stream.of(tenant.id(), segment), tenant.domains().stream())
                .map(name -> loginHost.endpoint(name, "oauth2/v2.0/token")))
        .map(accepted -> accepted.toLowerCase(Locale.ROOT))
        .anyMatch(wanted::equals);
  }

  /** Whether an issuer is a tenant of the login host that was asked. */
  boolean isEntra(String issuer) {
    return issuer.startsWith(loginHost.url() + "/");
  }
}
