package io.entrabroker.tenant;

import java.net.URI;
import java.util.Optional;

/**
 * The v2.0 endpoints of one tenant, or of an alias that stands for people of several.
 *
 * <p>Derived, not discovered: a sign-in needs no metadata document. Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc">OpenID Connect on
 * the Microsoft identity platform</a>.
 *
 * @param base {@code scheme://host[:port]}
 * @param segment the tenant's id or the alias: what stands first in every path
 */
public record Endpoints(URI base, String segment) {

  /** The endpoints of one tenant. */
  public Endpoints(URI base, TenantId tenant) {
    this(base, tenant.toString());
  }

  /** The tenant; empty if these are the endpoints of an alias. */
  public Optional<TenantId> tenant() {
    return TenantId.parse(segment);
  }

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

  /** The metadata document. */
  public URI metadata() {
    return under("/v2.0/.well-known/openid-configuration");
  }

  /** Where the browser is sent to end the session. */
  public URI logout() {
    return under("/oauth2/v2.0/logout");
  }

  /** The {@code iss} of the tenant's v2.0 tokens; an alias has none of its own. */
  public Optional<String> issuer() {
    return tenant().map(tenant -> TenantPolicy.issuerOf(tenant, base));
  }

  private URI under(String path) {
    return URI.create(base + "/" + segment + path);
  }
}
