package io.entrabroker.tenant;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The identifier of a Microsoft Entra tenant (directory): a GUID, immutable, never reused.
 *
 * @param value the GUID
 */
public record TenantId(UUID value) {

  /**
   * The one tenant that holds all personal Microsoft accounts. Source: <a
   * href="https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference">ID token
   * claims</a>, {@code tid}.
   */
  public static final TenantId PERSONAL_ACCOUNTS =
      new TenantId(UUID.fromString("9188040d-6c67-4c5b-b112-36a304b66dad"));

  private static final Pattern GUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** Reads a GUID in its canonical form with dashes, in any case; anything else is empty. */
  public static Optional<TenantId> parse(String text) {
    // UUID.fromString alone would accept "1-1-1-1-1".
    String canonical = text.toLowerCase(Locale.ROOT);
    return GUID.matcher(canonical).matches()
        ? Optional.of(new TenantId(UUID.fromString(canonical)))
        : Optional.empty();
  }

  /** The GUID in lower case with dashes, as it stands in issuers and in the {@code tid} claim. */
  @Override
  public String toString() {
    return value.toString();
  }
}
