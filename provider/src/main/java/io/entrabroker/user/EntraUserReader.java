package io.entrabroker.user;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.claims.EntraClaims;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a person from the claims of a token that is trusted already. */
public final class EntraUserReader {

  private EntraUserReader() {}

  /** Gives the person, or the first reason why there is none who may sign in. */
  public static UserReading read(EntraClaims claims, PersonRules rules) {
    Optional<IdentityKey> key = key(claims);
    Optional<String> subject = claims.text(ClaimName.SUBJECT);
    if (key.isEmpty() || subject.isEmpty()) {
      return new UserReading.Unusable(UserReading.Reason.NO_IDENTITY);
    }
    AccountKind kind = AccountKind.of(claims);
    return rules.admitted().contains(kind)
        ? new UserReading.Known(user(claims, key.get(), subject.get(), kind, rules))
        : new UserReading.Unusable(refusal(kind));
  }

  private static UserReading.Reason refusal(AccountKind kind) {
    return switch (kind) {
      case APPLICATION -> UserReading.Reason.APPLICATION;
      case PERSONAL -> UserReading.Reason.PERSONAL;
      case GUEST, MEMBER -> UserReading.Reason.GUEST;
    };
  }

  private static Optional<IdentityKey> key(EntraClaims claims) {
    return claims
        .tenant()
        .flatMap(tenant -> claims.objectId().map(object -> new IdentityKey(tenant, object)));
  }

  private static EntraUser user(
      EntraClaims claims, IdentityKey key, String subject, AccountKind kind, PersonRules rules) {
    return new EntraUser(
        key,
        subject,
        claims.text(ClaimName.SESSION_ID).orElse(""),
        kind,
        new EmailReader(claims, kind, rules).read(),
        PersonName.of(
            claims.text(ClaimName.GIVEN_NAME).orElse(""),
            claims.text(ClaimName.FAMILY_NAME).orElse(""),
            claims.text(ClaimName.NAME).orElse("")),
        principalName(claims));
  }

  private static String principalName(EntraClaims claims) {
    return Stream.of(ClaimName.UPN, ClaimName.PREFERRED_USERNAME, ClaimName.UNIQUE_NAME)
        .flatMap(name -> claims.text(name).stream())
        .findFirst()
        .orElse("");
  }
}
