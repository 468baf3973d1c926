package io.entrabroker.simulator.tokens;

import io.entrabroker.simulator.directory.OptionalClaim;
import io.entrabroker.simulator.directory.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
          "given_name", (parties, claim) -> parties.user().givenName().map(Object.class::cast),
          "family_name", (parties, claim) -> parties.user().surname().map(Object.class::cast),
          "upn", (parties, claim) -> Optional.of(upn(parties.user(), claim)),
          "acct", (parties, claim) -> Optional.of(parties.user().guest() ? 1 : 0),
          "login_hint", (parties, claim) -> Optional.of(LoginHint.of(parties.user())),
          "auth_time", (parties, claim) -> Optional.of(parties.signIn().at().getEpochSecond()),
          "xms_edov", (parties, claim) -> domainOwnerVerified(parties),
          "verified_primary_email", (parties, claim) -> verified(parties, User.Proxy.PRIMARY),
          "verified_secondary_email", (parties, claim) -> verified(parties, User.Proxy.SECONDARY));

  private static final Set<String> NEED_SCOPE_PROFILE = Set.of("given_name", "family_name", "upn");
  private static final Set<String> OF_PERSONAL_ACCOUNTS =
      Set.of("given_name", "family_name", "login_hint", "xms_edov");

  private OptionalClaims() {}

  static void addTo(Map<String, Object> claims, Parties parties, IdTokenRequest request) {
    boolean personal = parties.tenant().holdsPersonalAccounts();
    boolean profile = request.scopes().contains("profile");
    Optional<String> email = email(parties, request);
    email.ifPresent(mail -> claims.put("email", mail));
    parties.application().idTokenClaims().stream()
        .filter(claim -> profile || !NEED_SCOPE_PROFILE.contains(claim.name()))
        .filter(claim -> !personal || OF_PERSONAL_ACCOUNTS.contains(claim.name()))
        .filter(claim -> email.isPresent() || !claim.name().equals("xms_edov"))
        .forEach(
            claim -> value(parties, claim).ifPresent(value -> claims.put(claim.name(), value)));
  }

  private static Optional<Object> value(Parties parties, OptionalClaim claim) {
    return Optional.ofNullable(VALUES.get(claim.name()))
        .flatMap(value -> value.apply(parties, claim));
  }

  /** The attribute {@code mail}, if it was asked for or the person is from elsewhere. */
  private static Optional<String> email(Parties parties, IdTokenRequest request) {
    User user = parties.user();
    boolean wanted =
        request.scopes().contains("email")
            || user.guest()
            || user.external()
            || parties.application().idTokenClaims().stream()
                .anyMatch(claim -> claim.name().equals("email"));
    boolean withheld =
        parties.application().removesUnverifiedEmail()
            && !parties.tenant().verifiesMailOf(user).orElse(false);
    return user.mail().filter(mail -> wanted && !withheld);
  }

  private static String upn(User user, OptionalClaim claim) {
    List<String> options = claim.additionalProperties();
    if (options.contains("include_externally_authenticated_upn_without_hash")) {
      return user.userPrincipalName().replace('#', '_');
    }
    return options.contains("include_externally_authenticated_upn")
        ? user.userPrincipalName()
        : user.signInName();
  }

  private static Optional<Object> domainOwnerVerified(Parties parties) {
    return parties.tenant().verifiesMailOf(parties.user()).map(Object.class::cast);
  }

  /** The addresses in domains that the tenant verified. */
  private static Optional<Object> verified(Parties parties, User.Proxy kind) {
    List<String> addresses =
        parties.user().proxyAddresses(kind).stream()
            .filter(parties.tenant()::ownsDomainOf)
            .toList();
    return addresses.isEmpty() ? Optional.empty() : Optional.of(addresses);
  }
}
