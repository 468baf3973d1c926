package io.entrabroker.tenant;

import java.util.Locale;

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

  private static final String TEMPLATE = "{tenantid}";

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
    int template = keyIssuer.toLowerCase(Locale.ROOT).indexOf(TEMPLATE);
    String issuer =
        template < 0
            ? keyIssuer
            : keyIssuer.substring(0, template)
                + tenant.tenant()
                + keyIssuer.substring(template + TEMPLATE.length());
    return tenant.issuer().equals(issuer);
  }
}
