package io.entrabroker.samplecatalog.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a person's display name is found in a token. It differs between the two kinds of client. */
public final class DisplayName {
  private DisplayName() {}

  /**
   * What the server reads after a confidential sign-in (1.12 and 1.13): the first filled one of
   * {@code name} and {@code displayName}, else given and family name. Empty when the token has
   * none.
   */
  public static Optional<String> atCallback(Claims claims) {
    return firstOf(claims, List.of("name", "displayName")).or(() -> givenAndFamily(claims));
  }

  /**
   * What the browser fills into the sign-up form for a public client: {@code name}, else given and
   * family name, else the part before '@' of {@code preferred_username} or of {@code email}, else
   * {@code sub}, else nothing.
   */
  public static String inSignUpForm(Claims claims) {
    return claims
        .filledText("name")
        .or(() -> givenAndFamily(claims))
        .or(() -> firstOf(claims, List.of("preferred_username", "email")).map(DisplayName::local))
        .or(() -> claims.filledText("sub"))
        .orElse("");
  }

  private static Optional<String> givenAndFamily(Claims claims) {
    Optional<String> given = firstOf(claims, List.of("given_name", "givenname", "firstname"));
    Optional<String> family = firstOf(claims, List.of("family_name", "familyname", "lastname"));
    String both =
        Stream.of(given, family).flatMap(Optional::stream).collect(Collectors.joining(" "));
    return both.isEmpty() ? Optional.empty() : Optional.of(both);
  }

  private static Optional<String> firstOf(Claims claims, List<String> names) {
    return names.stream().map(claims::filledText).flatMap(Optional::stream).findFirst();
  }

  private static String local(String value) {
    return UsernameForm.BEFORE_AT.of(value);
  }
}
