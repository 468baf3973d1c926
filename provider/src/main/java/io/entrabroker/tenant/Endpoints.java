package io.entrabroker.tenant;

import java.net.URI;

/**
 * The v2.0 endpoints of one tenant.
 *
 * <p>Derived, not discovered: a sign-in needs no metadata document. Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc">OpenID Connect on
 * the Microsoft identity platform</a>.
 *
 * @param base {@code scheme://host[:port]}
 * @param tenant the tenant's id
 */
public record Endpoints(URI base, TenantId tenant) {

  /** Where the browser is sent. */
  public URI authorization() {
    return under("/oauth2/v2.0/authorize");
  }

  /** Where a code is redeemed. */
  public URI token() {
    return under("/oauth2/v2.0/token");
  }

  /** Where the signing keys are published. */
  public URI keys() {
    return under("/discovery/v2.0/keys");
  }

  /** The {@code iss} of this tenant's v2.0 tokens. */
  public String issuer() {
    return under("/v2.0").toString();
  }

  /**
   * The origin of Microsoft Graph: the one of the login host's cloud; for a login host that the
   * operator of the server added, that host itself.
   */
  public URI graphOrigin() {
    return Cloud.ofHost(base.getRawAuthority()).map(Cloud::graphOrigin).orElse(base);
  }

  private URI under(String path) {
    return URI.create(base + "/" + tenant + path);
  }
}
