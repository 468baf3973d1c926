package io.entrabroker.samplecatalog.rules;

import java.util.List;
import java.util.Locale;

/**
 * {@code jwtPrincipalClaims}: the first claim of the list that exists gives username and e-mail.
 *
 * <p>Existence decides, not content: a first claim that is null or no string is an error and does
 * not fall through to the next, and an empty string is taken as it is.
 *
 * @param names claim names, first choice first
 * @param principalDomain appended to a value without '@' to make an address of it
 */
public record ClaimOrder(List<String> names, String principalDomain)
    implements PrincipalResolution {

  public ClaimOrder {
    names = List.copyOf(names);
  }

  /** OpenMetadata's default list. */
  public static ClaimOrder standard(String principalDomain) {
    return new ClaimOrder(List.of("email", "preferred_username", "sub"), principalDomain);
  }

  /** No list at all: nobody is read this way. */
  public static ClaimOrder none() {
    return new ClaimOrder(List.of(), "");
  }

  @Override
  public Outcome<Principal> resolve(Claims claims) {
    return names.stream()
        .filter(claims::has)
        .findFirst()
        .flatMap(claims::text)
        .map(value -> Outcome.accept(principal(value)))
        .orElseGet(() -> Outcome.refuse(Refusal.unauthorized(nonePresent())));
  }

  @Override
  public String mailDomain(Claims claims) {
    return UsernameForm.domain(
        names.stream().filter(claims::has).findFirst().flatMap(claims::text).orElse(""));
  }

  @Override
  public ClaimOrder ofBots(String domain) {
    return this;
  }

  private Principal principal(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    String email = lower.contains("@") ? lower : lower + "@" + principalDomain;
    return new Principal(UsernameForm.BEFORE_AT.of(lower), email.toLowerCase(Locale.ROOT));
  }

  private String nonePresent() {
    return "Invalid JWT token, none of the following claims are present " + names;
  }
}
