package io.entrabroker.samplecatalog.rules;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * {@code emailClaim}: the address identifies a person. In the {@link Band#EMAIL_FIRST} only, and
 * only without a mapping.
 *
 * @param email name of the claim with the address
 * @param fallback {@code jwtPrincipalClaims}: with claims in it, whatever lacks a good address is
 *     read that way
 */
public record EmailClaim(String email, ClaimOrder fallback) implements PrincipalResolution {
  private static final Pattern ADDRESS =
      Pattern.compile("^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$");

  @Override
  public Outcome<Principal> resolve(Claims claims) {
    if (claims.has(email) && claims.text(email).isEmpty()) {
      return Outcome.refuse(new Refusal(500, "Claim '" + email + "' is not a text"));
    }
    if (hasGoodAddress(claims)) {
      return Outcome.accept(principal(claims.text(email).orElseThrow()));
    }
    return fallback.names().isEmpty() ? refuse(problem(claims)) : fallback.resolve(claims);
  }

  @Override
  public FoundBy foundBy(Claims claims) {
    return hasGoodAddress(claims) ? FoundBy.EMAIL : FoundBy.NAME;
  }

  @Override
  public String mailDomain(Claims claims) {
    return hasGoodAddress(claims)
        ? claims.text(email).orElseThrow().split("@", 2)[1]
        : fallback.mailDomain(claims);
  }

  @Override
  public ClaimOrder ofBots(String principalDomain) {
    return fallback;
  }

  /** The catalog's own tokens carry the address as {@code email}, whatever the setting. */
  @Override
  public Outcome<Principal> resolveOwn(Claims own) {
    return Outcome.accept(principal(own.text("email").orElse("")));
  }

  @Override
  public FoundBy foundByOwn() {
    return FoundBy.EMAIL;
  }

  private boolean hasGoodAddress(Claims claims) {
    return claims.text(email).filter(text -> ADDRESS.matcher(text).find()).isPresent();
  }

  private String problem(Claims claims) {
    return claims.has(email)
        ? "invalid email format in claim '" + email + "'"
        : "email claim '" + email + "' not found in token";
  }

  private static Principal principal(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return new Principal(UsernameForm.BEFORE_AT.of(lower), lower);
  }

  private static Outcome<Principal> refuse(String problem) {
    return Outcome.refuse(Refusal.unauthorized("Authentication failed: " + problem));
  }
}
