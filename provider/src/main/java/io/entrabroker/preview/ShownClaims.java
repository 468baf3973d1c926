package io.entrabroker.preview;

import io.entrabroker.Shortened;
import io.entrabroker.claims.ClaimName;
import io.entrabroker.claims.EntraClaims;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The claims of a token as they are shown. Whatever is not known to be harmless is named and not
 * shown: an unknown claim may hold anything.
 */
final class ShownClaims {

  /** More claims, and more values of one, than a person reads. */
  static final int MOST = 60;

  private static final int MOST_VALUES = 10;
  private static final int LARGEST_NUMBER = 9;

  private static final Map<String, UnaryOperator<String>> KNOWN =
      Map.ofEntries(
          Map.entry(ClaimName.ISSUER, Mask::ids),
          Map.entry(ClaimName.AUDIENCE, Mask::ids),
          Map.entry(ClaimName.AUTHORIZED_PARTY, Mask::ids),
          Map.entry(ClaimName.TENANT_ID, Mask::ids),
          Map.entry(ClaimName.OBJECT_ID, Mask::ids),
          Map.entry(ClaimName.HOME_IDENTITY_PROVIDER, Mask::ids),
          Map.entry(ClaimName.GROUPS, ShownClaims::group),
          Map.entry(ClaimName.ROLES, Shortened::of),
          Map.entry(ClaimName.ACCOUNT_STATUS, ShownClaims::flag),
          Map.entry(ClaimName.EMAIL_DOMAIN_OWNER_VERIFIED, ShownClaims::flag),
          Map.entry(ClaimName.HAS_GROUPS, ShownClaims::flag),
          Map.entry(ClaimName.TOKEN_IDENTITY_TYPE, ShownClaims::flag),
          Map.entry(ClaimName.EMAIL, Mask::person),
          Map.entry(ClaimName.NAME, Mask::person),
          Map.entry(ClaimName.GIVEN_NAME, Mask::person),
          Map.entry(ClaimName.FAMILY_NAME, Mask::person),
          Map.entry(ClaimName.PREFERRED_USERNAME, Mask::person),
          Map.entry(ClaimName.UPN, Mask::person),
          Map.entry(ClaimName.UNIQUE_NAME, Mask::person),
          Map.entry(ClaimName.VERIFIED_PRIMARY_EMAIL, Mask::person));

  private static final List<String> TIMES =
      List.of(ClaimName.EXPIRY, ClaimName.NOT_BEFORE, ClaimName.ISSUED_AT);

  private ShownClaims() {}

  /** All claims, in alphabetical order. */
  static List<ShownClaim> of(EntraClaims claims) {
    return new TreeMap<>(claims.values())
        .entrySet().stream()
            .limit(MOST)
            .map(claim -> new ShownClaim(Shortened.of(claim.getKey()), line(claim, claims)))
            .toList();
  }

  private static Line line(Map.Entry<String, Object> claim, EntraClaims claims) {
    Object value = claim.getValue();
    if (TIMES.contains(claim.getKey()) && claims.time(claim.getKey()).isPresent()) {
      return Line.of(Text.VALUE, claims.time(claim.getKey()).get().toString());
    }
    if (value instanceof Collection<?> many) {
      return list(claim.getKey(), many);
    }
    return shown(claim.getKey(), value);
  }

  private static Line shown(String name, Object value) {
    boolean isSmall =
        value instanceof Boolean
            || (value instanceof Integer number && Math.abs(number) <= LARGEST_NUMBER);
    if (isSmall) {
      return Line.of(Text.VALUE, value.toString());
    }
    return value instanceof String text && KNOWN.containsKey(name)
        ? Line.of(Text.VALUE, KNOWN.get(name).apply(text))
        : Line.of(Text.HIDDEN);
  }

  private static Line list(String name, Collection<?> values) {
    if (!KNOWN.containsKey(name) || !values.stream().allMatch(String.class::isInstance)) {
      return Line.of(Text.HIDDEN);
    }
    String first =
        values.stream()
            .limit(MOST_VALUES)
            .map(value -> KNOWN.get(name).apply((String) value))
            .reduce((one, other) -> one + ", " + other)
            .orElse("[]");
    return values.size() > MOST_VALUES
        ? Line.of(Text.VALUE_AND_MORE, first, Integer.toString(values.size() - MOST_VALUES))
        : Line.of(Text.VALUE, first);
  }

  // A manifest may ask for names in the place of ids.
  private static String group(String value) {
    return value.matches("[0-9a-fA-F-]{36}") ? Mask.ids(value) : Mask.person(value);
  }

  // Microsoft's own words: short, or not what they should be.
  private static String flag(String value) {
    return value.matches("[A-Za-z0-9]{1,8}") ? value : Mask.person(value);
  }
}
