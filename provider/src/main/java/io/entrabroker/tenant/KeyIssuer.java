package io.entrabroker.tenant;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Whether a published signing key may sign for a tenant. Among the keys are some of other issuers
 * (personal accounts, for one), whose own {@code issuer} says so; without this check they could
 * vouch for any tenant.
 *
 * <p>Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-signing-key-issuer">
 * Validate the signing key issuer</a>.
 */
public final class KeyIssuer {

  private static final Pattern TEMPLATE =
      Pattern.compile("{tenantid}", Pattern.LITERAL | Pattern.CASE_INSENSITIVE);

  private KeyIssuer() {}

  /**
   * Whether a key signs for the tenant.
   *
   * @param keyIssuer the key's {@code issuer}: a concrete issuer, or one with the template {@code
   *     {tenantid}}, in any case
   */
  public static boolean vouchesFor(String keyIssuer, TenantId tenant, URI base) {
    return TenantPolicy.isIssuerOf(tenant, base, resolved(keyIssuer, tenant));
  }

  /**
   * What a key is taken for that names no issuer: it speaks for the tenant that was asked, and
   * where an alias was asked, for nobody.
   */
  public static String ofUnnamed(Endpoints asked) {
    return asked.issuer().orElse("");
  }

  /** Whether a key's issuer is, or may become, the issuer of a tenant at this login host. */
  public static boolean isOfHost(String keyIssuer, URI base) {
    String issuer = resolved(keyIssuer, TenantId.PERSONAL_ACCOUNTS);
    return DomainResolution.tenantOfIssuer(base, issuer).isPresent();
  }

  /** Whether a key may sign for somebody at the authority that was asked for its keys. */
  public static boolean serves(String keyIssuer, Endpoints asked) {
    return asked
        .tenant()
        .map(tenant -> vouchesFor(keyIssuer, tenant, asked.base()))
        .orElseGet(() -> TEMPLATE.matcher(keyIssuer).find() && isOfHost(keyIssuer, asked.base()));
  }

  // A second template stays in, and is then part of no issuer.
  private static String resolved(String keyIssuer, TenantId tenant) {
    return TEMPLATE.matcher(keyIssuer).replaceFirst(tenant.toString());
  }
}
