package io.entrabroker.logout;

import io.entrabroker.tenant.TenantId;
import io.entrabroker.tenant.TenantPolicy;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Entra's word that a session has ended: what it adds to the front-channel logout URL of an
 * application.
 *
 * <p>Nothing about it is secret or signed but the session id, which only those know who have seen a
 * token of the session. Source: <a
 * href="https://openid.net/specs/openid-connect-frontchannel-1_0.html">OpenID Connect Front-Channel
 * Logout</a>, section 2.
 *
 * @param issuer {@code iss}
 * @param sessionId {@code sid}
 */
public record SignOutNotice(String issuer, String sessionId) {

  private static final int LONGEST_ISSUER = 256;
  private static final Pattern SESSION_ID = Pattern.compile("[A-Za-z0-9._-]{16,128}");
  private static final Pattern TENANT = Pattern.compile("/([0-9a-f-]{36})/v2\\.0");

  /** Why a notice is not believed. */
  public enum Problem {
    /** A parameter is missing, or of a shape that Entra does not send. */
    MALFORMED,
    /** The issuer is not one of an admitted tenant at the configured login host. */
    ISSUER
  }

  /**
   * The first problem, or empty if the notice may be heard.
   *
   * @param base the configured login host
   * @param policy whose people may sign in
   * @param guards the checks to make; production makes all of them
   */
  public Optional<Problem> problem(URI base, TenantPolicy policy, Set<SignOutGuard> guards) {
    if (!SESSION_ID.matcher(sessionId).matches()
        || issuer.isEmpty()
        || issuer.length() > LONGEST_ISSUER) {
      return Optional.of(Problem.MALFORMED);
    }
    boolean admitted = tenant(base).filter(policy::admits).isPresent();
    return admitted || !guards.contains(SignOutGuard.ISSUER)
        ? Optional.empty()
        : Optional.of(Problem.ISSUER);
  }

  /** Whether the notice comes from the tenant whose token began a session. */
  public boolean isAbout(UpstreamSession session, URI base, Set<SignOutGuard> guards) {
    return !guards.contains(SignOutGuard.TENANT)
        || tenant(base)
            .filter(tenant -> session.tenant().filter(tenant::equals).isPresent())
            .isPresent();
  }

  /** The tenant whose issuer this is, letter by letter; empty if it is no tenant's. */
  private Optional<TenantId> tenant(URI base) {
    if (!issuer.startsWith(base.toString())) {
      return Optional.empty();
    }
    var path = TENANT.matcher(issuer.substring(base.toString().length()));
    return path.matches()
        ? TenantId.parse(path.group(1))
            .filter(tenant -> TenantPolicy.isIssuerOf(tenant, base, issuer))
        : Optional.empty();
  }

  /** Shows neither: whoever knows the session id can end the session. */
  @Override
  public String toString() {
    return "SignOutNotice[***]";
  }
}
