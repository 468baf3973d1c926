package io.entrabroker.user;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.claims.EntraClaims;
import io.entrabroker.tenant.TenantId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What kind of account a token speaks of. */
public enum AccountKind {
  /** Somebody who belongs to the tenant. */
  MEMBER,
  /** Somebody of another organisation, or with a private account, who was invited. */
  GUEST,
  /** A personal Microsoft account, in the one tenant that holds them all. */
  PERSONAL,
  /** An application, not a person. */
  APPLICATION;

  private static final String APPLICATION_TYPE = "app";

  /** Reads the kind from the claims; in doubt, the kind with the fewest rights. */
  static AccountKind of(EntraClaims claims) {
    if (isApplication(claims)) {
      return APPLICATION;
    }
    if (claims.tenant().equals(Optional.of(TenantId.PERSONAL_ACCOUNTS))) {
      return PERSONAL;
    }
    return switch (claims.status()) {
      case MEMBER -> MEMBER;
      case GUEST -> GUEST;
      case NOT_SAID -> isFromElsewhere(claims) || hasGuestName(claims) ? GUEST : MEMBER;
    };
  }

  // An application's subject is its object id; a person's subject never is.
  private static boolean isApplication(EntraClaims claims) {
    boolean saysSo =
        claims.text(ClaimName.TOKEN_IDENTITY_TYPE).filter(APPLICATION_TYPE::equals).isPresent();
    Optional<String> subject = claims.text(ClaimName.SUBJECT).map(s -> s.toLowerCase(Locale.ROOT));
    return saysSo
        || claims
            .objectId()
            .filter(id -> subject.filter(id.toString()::equals).isPresent())
            .isPresent();
  }

  private static boolean isFromElsewhere(EntraClaims claims) {
    String issuer = claims.text(ClaimName.ISSUER).orElse("");
    String own =
        claims.tenant().map(tenant -> "https://sts.windows.net/" + tenant + "/").orElse("");
    return claims.has(ClaimName.HOME_IDENTITY_PROVIDER)
        && claims
            .text(ClaimName.HOME_IDENTITY_PROVIDER)
            .filter(Set.of(issuer, own)::contains)
            .isEmpty();
  }

  // Entra builds a guest's UPN from the home address; the second form is the one without hashes.
  private static boolean hasGuestName(EntraClaims claims) {
    return Stream.of(ClaimName.UPN, ClaimName.PREFERRED_USERNAME, ClaimName.UNIQUE_NAME)
        .flatMap(name -> claims.text(name).stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.contains("#ext#") || name.contains("_ext_@"));
  }
}
