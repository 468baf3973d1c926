package io.entrabroker.samplecatalog.rules;

import java.util.Locale;

/**
 * {@code jwtPrincipalClaimsMapping}: one claim for the username, one for the e-mail.
 *
 * @param username name of the claim with the username
 * @param email name of the claim with the address
 * @param form what becomes of a username with an '@'
 */
public record ClaimMapping(String username, String email, UsernameForm form)
    implements PrincipalResolution {

  /** The one mapping that is right from 1.8 to 2.0, read as 1.9 and newer read it. */
  public static ClaimMapping recommended() {
    return new ClaimMapping("preferred_username", "email", UsernameForm.BEFORE_AT);
  }

  @Override
  public Outcome<Principal> resolve(Claims claims) {
    return name(claims).then(name -> address(claims).map(address -> new Principal(name, address)));
  }

  @Override
  public String mailDomain(Claims claims) {
    return UsernameForm.domain(claims.text(email).orElse(""));
  }

  private Outcome<String> name(Claims claims) {
    return claims
        .text(username)
        .filter(value -> !value.isEmpty())
        .map(value -> Outcome.accept(form.of(value).toLowerCase(Locale.ROOT)))
        .orElseGet(() -> refuse("Invalid JWT token, 'username' claim is not present"));
  }

  private Outcome<String> address(Claims claims) {
    String value = claims.text(email).orElse("");
    return value.contains("@")
        ? Outcome.accept(value.toLowerCase(Locale.ROOT))
        : refuse("Invalid JWT token, 'email' claim is not present or invalid : " + value);
  }

  private static Outcome<String> refuse(String message) {
    return Outcome.refuse(Refusal.unauthorized(message));
  }
}
