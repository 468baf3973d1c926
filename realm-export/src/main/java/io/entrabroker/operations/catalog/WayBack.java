package io.entrabroker.operations.catalog;

import io.entrabroker.Parsed;
import java.util.List;

/**
 * The settings of before, in a form that can be written back.
 *
 * <p>OpenMetadata shows asterisks in the place of a secret and, up to 1.13, takes asterisks that
 * are written back for the secret (open-metadata/OpenMetadata#31989). So what it shows is no way
 * back by itself.
 *
 * @param settings without masks
 * @param extent whether nothing is missing
 */
public record WayBack(SecuritySettings settings, Extent extent) {

  /** How far it leads. */
  public enum Extent {
    WHOLE,
    PART
  }

  static WayBack whole(SecuritySettings settings) {
    return new WayBack(settings, Extent.WHOLE);
  }

  /**
   * The way back from a change.
   *
   * @param before what the catalog shows now
   * @param wanted what is to be written, with its secret
   * @param earlierSecret the secret of the client that the catalog has now, or nothing
   * @return the settings to write back, or a sentence that says what is needed
   */
  public static Parsed<WayBack> of(
      SecuritySettings before, SecuritySettings wanted, String earlierSecret) {
    SecuritySettings kept = before.withoutStubs();
    List<String> masks = kept.masks();
    if (masks.isEmpty()) {
      return Parsed.accepted(whole(kept));
    }
    boolean onlyTheClients =
        masks.stream().allMatch(path -> path.endsWith("oidcConfiguration.secret"));
    if (!onlyTheClients) {
      return Parsed.refused(
          "The catalog does not show "
              + String.join(", ", masks)
              + ", so this change could not be undone. If you have these secrets yourself, add"
              + " --without-way-back.");
    }
    if (!earlierSecret.isBlank()) {
      return Parsed.accepted(whole(kept.withSecret(earlierSecret)));
    }
    return wanted
        .secret()
        .filter(secret -> isSameClient(before, wanted))
        .map(secret -> Parsed.accepted(whole(kept.withSecret(secret))))
        .orElseGet(
            () ->
                Parsed.refused(
                    "The catalog does not show the secret of its present client "
                        + before.oidc("id")
                        + ", so this change could not be undone. Set the environment variable"
                        + " OPENMETADATA_EARLIER_CLIENT_SECRET to that secret, or add"
                        + " --without-way-back."));
  }

  /** The settings of before without what the catalog does not show: no whole way back. */
  public static WayBack withoutSecrets(SecuritySettings before) {
    return new WayBack(before.withoutStubs().withoutMasks(), Extent.PART);
  }

  /** Whether everything is as before once these settings are written back. */
  public boolean isWhole() {
    return extent == Extent.WHOLE;
  }

  // Of this client only one secret lets people in: the realm's.
  private static boolean isSameClient(SecuritySettings before, SecuritySettings wanted) {
    return before.oidc("id").equals(wanted.oidc("id"))
        && before.oidc("discoveryUri").equals(wanted.oidc("discoveryUri"));
  }
}
