package io.entrabroker.catalog;

import io.entrabroker.Outcome;
import io.entrabroker.catalog.CatalogPrediction.Refused;
import io.entrabroker.claims.ClaimName;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How the catalog reads username and address from a token: one of its three settings. */
public sealed interface CatalogIdentity {

  /**
   * {@code jwtPrincipalClaimsMapping}.
   *
   * @param username name of the claim with the username
   * @param email name of the claim with the address
   */
  record ClaimMapping(String username, String email) implements CatalogIdentity {

    @Override
    public Outcome<Candidate, Refused> read(CatalogClaims claims, CatalogSetup setup) {
      if (claims.isTrue(ClaimName.IS_BOT)) {
        return ClaimOrder.STANDARD.read(claims, setup);
      }
      Optional<String> name = claims.text(username).filter(value -> !value.isEmpty());
      if (name.isEmpty()) {
        return Outcome.failed(
            Refused.unauthorized("Invalid JWT token, 'username' claim is not present"));
      }
      String address = claims.text(email).orElse("");
      if (address.indexOf('@') < 0) {
        return Outcome.failed(
            Refused.unauthorized(
                "Invalid JWT token, 'email' claim is not present or invalid : " + address));
      }
      String cut = setup.version().mappedUsername().of(name.get());
      return Outcome.found(
          new Candidate(lower(cut), lower(address), CatalogName.afterAt(address), Lookup.BY_NAME));
    }
  }

  /**
   * {@code jwtPrincipalClaims}: the first claim that is there gives username and address. Being
   * there decides, not content.
   *
   * @param names claim names, first choice first
   */
  record ClaimOrder(List<String> names) implements CatalogIdentity {

    /** OpenMetadata's default. */
    public static final ClaimOrder STANDARD =
        new ClaimOrder(List.of(ClaimName.EMAIL, ClaimName.PREFERRED_USERNAME, ClaimName.SUBJECT));

    public ClaimOrder {
      names = List.copyOf(names);
    }

    @Override
    public Outcome<Candidate, Refused> read(CatalogClaims claims, CatalogSetup setup) {
      return names.stream()
          .filter(claims::has)
          .findFirst()
          .flatMap(claims::text)
          .map(value -> candidate(value, setup))
          .orElseGet(
              () ->
                  Outcome.failed(
                      Refused.unauthorized(
                          "Invalid JWT token, none of the following claims are present " + names)));
    }

    private static Outcome<Candidate, Refused> candidate(String value, CatalogSetup setup) {
      String domain = setup.domains().principalDomain();
      String email = value.indexOf('@') < 0 ? value + "@" + domain : value;
      return Outcome.found(
          new Candidate(
              lower(CatalogName.beforeAt(value)),
              lower(email),
              CatalogName.afterAt(value),
              Lookup.BY_NAME));
    }
  }

  /**
   * {@code emailClaim} without a mapping, {@link CatalogVersion#EMAIL_FIRST} only.
   *
   * @param emailClaim name of the claim with the address
   * @param displayNameClaim name of the claim with the display name, or empty
   * @param fallback {@code jwtPrincipalClaims}: where it names claims, a token without a good
   *     address is read that way instead of being refused
   */
  record EmailFirst(String emailClaim, String displayNameClaim, ClaimOrder fallback)
      implements CatalogIdentity {

    private static final Pattern ADDRESS =
        Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}");

    /**
     * What suits this broker's tokens. Bots are read by {@code jwtPrincipalClaims} and need one of
     * its claims. The address alone: whoever's address is in doubt has none in the token, and must
     * not get in by another claim.
     */
    public static EmailFirst recommended() {
      return new EmailFirst(
          ClaimName.EMAIL, ClaimName.NAME, new ClaimOrder(List.of(ClaimName.EMAIL)));
    }

    /** Whether this way of reading accepts the address. */
    public static boolean accepts(String address) {
      return ADDRESS.matcher(address).matches();
    }

    @Override
    public Outcome<Candidate, Refused> read(CatalogClaims claims, CatalogSetup setup) {
      if (claims.isTrue(ClaimName.IS_BOT)) {
        return fallback.read(claims, setup);
      }
      if (!claims.has(emailClaim)) {
        return fallBack(claims, setup, "email claim '" + emailClaim + "' not found in token");
      }
      Optional<String> address = claims.text(emailClaim);
      if (address.isEmpty()) {
        // OpenMetadata stumbles over its own null here, and nothing catches it.
        return Outcome.failed(new Refused(500, "Claim '" + emailClaim + "' is not a text"));
      }
      return accepts(address.get())
          ? Outcome.found(candidate(lower(address.get())))
          : fallBack(claims, setup, "invalid email format in claim '" + emailClaim + "'");
    }

    private Outcome<Candidate, Refused> fallBack(
        CatalogClaims claims, CatalogSetup setup, String problem) {
      return fallback.names().isEmpty()
          ? Outcome.failed(Refused.unauthorized("Authentication failed: " + problem))
          : fallback.read(claims, setup);
    }

    private static Candidate candidate(String email) {
      String local = CatalogName.beforeAt(email);
      return new Candidate(local, email, CatalogName.afterAt(email), Lookup.BY_EMAIL);
    }

    @Override
    public Outcome<Candidate, Refused> readSession(CatalogAccount account, CatalogSetup setup) {
      return Outcome.found(candidate(account.email()));
    }

    @Override
    public Set<CatalogLimit> limits(CatalogVersion version) {
      return EnumSet.of(CatalogLimit.SUBJECT_BOUND);
    }
  }

  /** The one mapping that is right from 1.8 to 2.0. */
  static ClaimMapping recommendedMapping() {
    return new ClaimMapping(ClaimName.PREFERRED_USERNAME, ClaimName.EMAIL);
  }

  /** What the catalog reads from a token of the realm, or why it refuses it. */
  Outcome<Candidate, Refused> read(CatalogClaims claims, CatalogSetup setup);

  /** What the catalog reads from the token that it made itself for a session. */
  default Outcome<Candidate, Refused> readSession(CatalogAccount account, CatalogSetup setup) {
    Map<String, String> own =
        Map.of(
            ClaimName.SUBJECT, account.username(),
            ClaimName.PREFERRED_USERNAME, account.username(),
            ClaimName.EMAIL, account.email());
    return read(CatalogClaims.of(own), setup);
  }

  /** What hangs on this way of reading, for a confidential client. */
  default Set<CatalogLimit> limits(CatalogVersion version) {
    return version.callbackName().limits();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
