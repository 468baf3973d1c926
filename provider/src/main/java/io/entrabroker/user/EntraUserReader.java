package io.entrabroker.user;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.claims.EntraClaims;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a person from the claims of a token that is trusted already. */
public final class EntraUserReader {

  // What the catalog takes as an address. Its local part becomes the username, so it must be plain.
  private static final Pattern EMAIL =
      Pattern.compile("[a-z0-9._%+'-]{1,64}@[a-z0-9.-]{1,255}\\.[a-z]{2,63}");

  private EntraUserReader() {}

  /** Gives the person, or the first reason why there is none. */
  public static UserReading read(EntraClaims claims) {
    Optional<IdentityKey> key = key(claims);
    Optional<String> subject = claims.text(ClaimName.SUBJECT);
    if (key.isEmpty() || subject.isEmpty()) {
      return new UserReading.Unusable(UserReading.Reason.NO_IDENTITY);
    }
    if (claims.isGuest()) {
      return new UserReading.Unusable(UserReading.Reason.GUEST);
    }
    return claims
        .text(ClaimName.EMAIL)
        .map(email -> email.strip().toLowerCase(Locale.ROOT))
        .filter(email -> EMAIL.matcher(email).matches())
        .<UserReading>map(
            email -> new UserReading.Known(user(claims, key.get(), subject.get(), email)))
        .orElseGet(() -> new UserReading.Unusable(UserReading.Reason.NO_EMAIL));
  }

  private static Optional<IdentityKey> key(EntraClaims claims) {
    return claims
        .tenant()
        .flatMap(tenant -> claims.objectId().map(object -> new IdentityKey(tenant, object)));
  }

  private static EntraUser user(EntraClaims claims, IdentityKey key, String subject, String email) {
    String given = claims.text(ClaimName.GIVEN_NAME).orElse("").strip();
    String family = claims.text(ClaimName.FAMILY_NAME).orElse("").strip();
    String display = claims.text(ClaimName.NAME).orElse("").strip();
    return new EntraUser(
        key,
        subject,
        claims.text(ClaimName.SESSION_ID).orElse(""),
        email.substring(0, email.indexOf('@')),
        email,
        given.isEmpty() && family.isEmpty() ? display : given,
        family,
        claims.text(ClaimName.UPN).or(() -> claims.text(ClaimName.PREFERRED_USERNAME)).orElse(""));
  }
}
