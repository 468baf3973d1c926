package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.OptionalClaim;
import io.entrabroker.simulator.directory.User;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The claims that an application asks for in its manifest. A claim without a value is left out.
 *
 * @see <a
 *     href="https://learn.microsoft.com/entra/identity-platform/optional-claims-reference">Optional
 *     claims reference</a>
 */
final class OptionalClaims {

  private static final Map<String, BiFunction<Parties, OptionalClaim, Optional<Object>>> VALUES =
      Map.of(
          "email", (parties, claim) -> parties.user().mail().map(Object.class::cast),
          "given_name", (parties, claim) -> parties.user().givenName().map(Object.class::cast),
          "family_name", (parties, claim) -> parties.user().surname().map(Object.class::cast),
          "upn", (parties, claim) -> Optional.of(upn(parties.user(), claim)),
          "acct", (parties, claim) -> Optional.of(parties.user().guest() ? 1 : 0),
          "login_hint", (parties, claim) -> Optional.of(LoginHint.of(parties.user())),
          "auth_time", (parties, claim) -> Optional.of(parties.signIn().at().getEpochSecond()),
          "xms_edov", (parties, claim) -> domainOwnerVerified(parties));

  private OptionalClaims() {}

  static void addTo(Map<String, Object> claims, Parties parties, IdTokenRequest request) {
    for (OptionalClaim claim : parties.application().idTokenClaims()) {
      Optional.ofNullable(VALUES.get(claim.name()))
          .flatMap(value -> value.apply(parties, claim))
          .ifPresent(value -> claims.put(claim.name(), value));
    }
    if (request.scopes().contains("email") || parties.user().guest()) {
      parties.user().mail().ifPresent(mail -> claims.put("email", mail));
    }
  }

  private static String upn(User user, OptionalClaim claim) {
    boolean external =
        claim.additionalProperties().contains("include_externally_authenticated_upn");
    return external ? user.userPrincipalName() : user.signInName();
  }

  /** Whether the mail's domain is verified in this tenant; nothing is said without a mail. */
  private static Optional<Object> domainOwnerVerified(Parties parties) {
    return parties
        .user()
        .mail()
        .map(mail -> mail.substring(mail.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
        .map(domain -> parties.tenant().domains().contains(domain));
  }
}
