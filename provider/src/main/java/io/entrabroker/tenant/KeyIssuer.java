package io.entrabroker.tenant;

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
   * @param keyIssuer the key's {@code issuer}: a concrete issuer, one with the template {@code
   *     {tenantid}}, or empty where the key names none, which then speaks for the tenant from whose
   *     endpoint it came
   */
  public static boolean vouchesFor(String keyIssuer, Endpoints tenant) {
    if (keyIssuer.isEmpty()) {
      return true;
    }
    String issuer = TEMPLATE.matcher(keyIssuer).replaceFirst(tenant.tenant().toString());
    return tenant.issuer().equals(issuer);
  }
}
