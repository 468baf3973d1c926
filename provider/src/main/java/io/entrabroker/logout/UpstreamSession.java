package io.entrabroker.logout;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.claims.EntraClaims;
import io.entrabroker.tenant.TenantId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a session has to remember to end the one at Microsoft, too: no token, only what the sign-out
 * request takes.
 *
 * @param segment the tenant that issued the ID token; where nobody knows it, the alias under which
 *     people of several tenants sign in
 * @param hint the claim {@code login_hint}, which tells Microsoft whose session is meant; empty if
 *     the app registration does not ask for the claim
 */
public record UpstreamSession(String segment, String hint) {

  private static final Pattern HINT = Pattern.compile("[\\x21-\\x7E]{1,1024}");
  private static final String BETWEEN = " ";

  private static final Pattern SEGMENT = Pattern.compile("[a-z]{6,13}");

  /** A session at one tenant. */
  public UpstreamSession(TenantId tenant, String hint) {
    this(tenant.toString(), hint);
  }

  public UpstreamSession {
    hint = HINT.matcher(hint).matches() ? hint : "";
  }

  /** What the claims of a trusted token say; empty without a tenant. */
  public static Optional<UpstreamSession> of(EntraClaims claims) {
    String hint = claims.text(ClaimName.LOGIN_HINT).orElse("");
    return claims.tenant().map(tenant -> new UpstreamSession(tenant, hint));
  }

  /** The tenant; empty where nobody knows it. */
  public Optional<TenantId> tenant() {
    return TenantId.parse(segment);
  }

  /** As a text that {@link #parse} reads. */
  public String text() {
    return segment + BETWEEN + hint;
  }

  /** Reads what {@link #text} wrote; empty for anything else. */
  public static Optional<UpstreamSession> parse(String text) {
    int end = text.indexOf(BETWEEN);
    String segment = text.substring(0, Math.max(0, end));
    return TenantId.parse(segment).isPresent() || SEGMENT.matcher(segment).matches()
        ? Optional.of(new UpstreamSession(segment, text.substring(end + 1)))
        : Optional.empty();
  }

  /** Shows the tenant only: the hint is personal. */
  @Override
  public String toString() {
    return "UpstreamSession[" + segment + "]";
  }
}
