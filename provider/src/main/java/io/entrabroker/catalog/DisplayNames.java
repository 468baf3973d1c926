package io.entrabroker.catalog;

import io.entrabroker.claims.ClaimName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the catalog looks for a display name. */
final class DisplayNames {

  private static final List<String> GIVEN =
      List.of(ClaimName.GIVEN_NAME, ClaimName.GIVEN_NAME_UNDIVIDED, ClaimName.FIRST_NAME);
  private static final List<String> FAMILY =
      List.of(ClaimName.FAMILY_NAME, ClaimName.FAMILY_NAME_UNDIVIDED, ClaimName.LAST_NAME);

  private DisplayNames() {}

  /** What the server finds after a confidential sign-in. */
  static Optional<String> atCallback(CatalogClaims claims) {
    return claims
        .firstFilled(List.of(ClaimName.NAME, ClaimName.DISPLAY_NAME))
        .or(() -> givenAndFamily(claims));
  }

  /** The same, but that a setting names the claim to begin with. */
  static Optional<String> atCallback(CatalogClaims claims, String firstChoice) {
    return claims.filledText(firstChoice).or(() -> atCallback(claims));
  }

  /** What the browser fills into the form that a new person confirms; empty if there is nothing. */
  static String inSignUpForm(CatalogClaims claims) {
    return claims
        .filledText(ClaimName.NAME)
        .or(() -> givenAndFamily(claims))
        .or(
            () ->
                claims
                    .firstFilled(List.of(ClaimName.PREFERRED_USERNAME, ClaimName.EMAIL))
                    .map(CatalogName::beforeAt))
        .or(() -> claims.filledText(ClaimName.SUBJECT))
        .orElse("");
  }

  private static Optional<String> givenAndFamily(CatalogClaims claims) {
    String both =
        Stream.of(claims.firstFilled(GIVEN), claims.firstFilled(FAMILY))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return both.isEmpty() ? Optional.empty() : Optional.of(both);
  }
}
