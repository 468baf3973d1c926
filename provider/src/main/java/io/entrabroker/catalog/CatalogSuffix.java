package io.entrabroker.catalog;

import io.entrabroker.claims.ClaimName;
import io.entrabroker.tenant.TenantId;
import io.entrabroker.user.IdentityKey;
import java.util.Map;
import java.util.UUID;

/**
 * Whether a catalog can live with a username that is not the part of the address before the '@'.
 * Found out by letting two people of one name sign in, and come again.
 */
public final class CatalogSuffix {

  private static final String NAME = "first.comer";
  private static final String SECOND_EMAIL = NAME + "@other.example";

  private CatalogSuffix() {}

  /** Whether a recommended catalog lets the second person in, for good, as somebody else. */
  public static boolean livesWithSuffix(CatalogVersion version, ClientKind client) {
    return livesWithSuffix(CatalogSetup.recommended(version, client, "other.example"));
  }

  /** Whether this catalog does. */
  public static boolean livesWithSuffix(CatalogSetup setup) {
    CatalogVisit first =
        CatalogPrincipal.visit(
            claims(NAME, NAME + "@one.example", "1"), setup, CatalogAccounts.none());
    IdentityKey key = new IdentityKey(new TenantId(new UUID(0, 0)), new UUID(0, 1));
    Map<String, Object> second = claims(CatalogName.suffixed(NAME, key), SECOND_EMAIL, "2");
    CatalogVisit signUp = CatalogPrincipal.visit(second, setup, first.after());
    CatalogVisit again = CatalogPrincipal.visit(second, setup, signUp.after());
    return isOwn(signUp.prediction()) && isOwn(again.prediction());
  }

  private static boolean isOwn(CatalogPrediction prediction) {
    return prediction instanceof CatalogPrediction.Accepted accepted
        && accepted.email().equals(SECOND_EMAIL);
  }

  private static Map<String, Object> claims(String username, String email, String subject) {
    return Map.of(
        ClaimName.PREFERRED_USERNAME,
        username,
        ClaimName.EMAIL,
        email,
        ClaimName.EMAIL_VERIFIED,
        true,
        ClaimName.SUBJECT,
        subject);
  }
}
