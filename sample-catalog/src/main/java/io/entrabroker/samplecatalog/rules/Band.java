package io.entrabroker.samplecatalog.rules;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Versions of OpenMetadata that treat tokens alike, each as its newest release does. */
public enum Band {
  V1_8("1.8", Trait.WHOLE_USERNAMES, Trait.EXACT_DOMAINS, Trait.EMAIL_OF_USERNAME),
  V1_9(
      "1.9",
      Trait.EXACT_DOMAINS,
      Trait.EMAIL_OF_USERNAME,
      Trait.TEAMS_AT_CALLBACK,
      Trait.DISPLAY_NAME_AT_CALLBACK),
  V2_0("2.0", Trait.OWN_TOKENS, Trait.TEAMS_AT_CALLBACK),
  EMAIL_FIRST("email-first", Trait.OWN_TOKENS, Trait.TEAMS_AT_CALLBACK, Trait.VERIFIED_EMAILS);

  /** What a band does and others do not. */
  enum Trait {
    /** A mapped username is kept whole, '@' and all. */
    WHOLE_USERNAMES,
    /** Enforced mail domains are compared letter by letter. */
    EXACT_DOMAINS,
    /** A confidential sign-up stores {@code username@domain} (issues 26507 and 29189). */
    EMAIL_OF_USERNAME,
    /** A confidential sign-in joins the token's teams. */
    TEAMS_AT_CALLBACK,
    /** A confidential sign-in overwrites the display name. */
    DISPLAY_NAME_AT_CALLBACK,
    /** A confidential session carries a token of the catalog, and roles come at the callback. */
    OWN_TOKENS,
    /** {@code email_verified} false is refused, and the callback checks what a request checks. */
    VERIFIED_EMAILS
  }

  private final String text;
  private final Set<Trait> traits;

  Band(String text, Trait... traits) {
    this.text = text;
    this.traits = EnumSet.copyOf(Arrays.asList(traits));
  }

  /** {@code 1.8}, {@code 1.9} (to 1.13), {@code 2.0} or {@code email-first}. */
  public String text() {
    return text;
  }

  /**
   * The band of this text.
   *
   * @throws IllegalArgumentException with the texts there are
   */
  public static Band of(String text) {
    return Arrays.stream(values())
        .filter(band -> band.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "band: write one of "
                        + Arrays.stream(values())
                            .map(Band::text)
                            .collect(Collectors.joining(", "))));
  }

  /** Whether a confidential session carries a token that the catalog signed itself. */
  public boolean hasOwnTokens() {
    return has(Trait.OWN_TOKENS);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** How the catalog reads tokens when it is set up for this broker. */
  public PrincipalResolution recommendedResolution() {
    return this == EMAIL_FIRST
        ? new EmailClaim("email", ClaimOrder.none())
        : mapping("preferred_username", "email");
  }

  /** {@code jwtPrincipalClaimsMapping} as this band reads it. */
  public ClaimMapping mapping(String username, String email) {
    return new ClaimMapping(
        username, email, has(Trait.WHOLE_USERNAMES) ? UsernameForm.WHOLE : UsernameForm.BEFORE_AT);
  }

  /** What a confidential sign-up does with the address when nobody says otherwise. */
  public SignUpEmail signUpEmail() {
    return has(Trait.EMAIL_OF_USERNAME) ? SignUpEmail.OF_USERNAME : SignUpEmail.OF_TOKEN;
  }
}
