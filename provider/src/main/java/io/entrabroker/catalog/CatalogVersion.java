package io.entrabroker.catalog;

import io.entrabroker.Parsed;
import java.util.Arrays;
import java.util.Set;

/**
 * The versions of OpenMetadata that differ in what they make of a token. Where a band's versions
 * differ among themselves, its newest one counts.
 *
 * <p>Source: OpenMetadata's {@code JwtFilter}, {@code SecurityUtil}, {@code
 * AuthenticationCodeFlowHandler} and {@code EmailFirstUserProvisioner} in these versions.
 */
public enum CatalogVersion {
  /** 1.8: a mapped username is taken whole; neither teams nor display names are read. */
  V1_8(
      "1.8",
      MappedUsername.WHOLE,
      TokenGuard.UP_TO_1_13,
      CatalogSession.REALM_TOKEN,
      CallbackName.IGNORED,
      CallbackTeams.IGNORED),

  /** 1.9 to 1.13: a mapped username is cut at the '@'. */
  V1_9(
      "1.9",
      MappedUsername.BEFORE_AT,
      TokenGuard.UP_TO_1_13,
      CatalogSession.REALM_TOKEN,
      CallbackName.OVERWRITES,
      CallbackTeams.ADDED),

  /** 2.0, its role synchronisation repaired (#32961): a session has the catalog's own token. */
  V2_0(
      "2.0",
      MappedUsername.BEFORE_AT,
      TokenGuard.OF_2_0,
      CatalogSession.CATALOG_TOKEN,
      CallbackName.IGNORED,
      CallbackTeams.ADDED),

  /** After 2.0 (#25538): people may be found by their address, which must not be unverified. */
  EMAIL_FIRST(
      "email-first",
      MappedUsername.BEFORE_AT,
      TokenGuard.AFTER_2_0,
      CatalogSession.CATALOG_TOKEN,
      CallbackName.IGNORED,
      CallbackTeams.ADDED);

  private final String text;
  private final MappedUsername mappedUsername;
  private final TokenGuard guard;
  private final CatalogSession session;
  private final CallbackName callbackName;
  private final CallbackTeams callbackTeams;

  CatalogVersion(
      String text,
      MappedUsername mappedUsername,
      TokenGuard guard,
      CatalogSession session,
      CallbackName callbackName,
      CallbackTeams callbackTeams) {
    this.text = text;
    this.mappedUsername = mappedUsername;
    this.guard = guard;
    this.session = session;
    this.callbackName = callbackName;
    this.callbackTeams = callbackTeams;
  }

  /**
   * As it is written in a setting: {@code 1.8}, {@code 1.9}, {@code 2.0} or {@code email-first}.
   */
  public String text() {
    return text;
  }

  /** Reads {@link #text()}, without regard to case and surrounding blanks. */
  public static Parsed<CatalogVersion> parse(String written) {
    return Arrays.stream(values())
        .filter(version -> version.text.equalsIgnoreCase(written.strip()))
        .findFirst()
        .map(Parsed::accepted)
        .orElseGet(
            () ->
                Parsed.refused(
                    "Write the version of OpenMetadata: 1.8, 1.9 (for 1.9 to 1.13), 2.0 or"
                        + " email-first."));
  }

  /** What this version, set up as recommended, does not take over or back from such a client. */
  public Set<CatalogLimit> limits(ClientKind client) {
    return CatalogSetup.recommended(this, client, "").limits();
  }

  MappedUsername mappedUsername() {
    return mappedUsername;
  }

  TokenGuard guard() {
    return guard;
  }

  CatalogSession session() {
    return session;
  }

  CallbackName callbackName() {
    return callbackName;
  }

  CallbackTeams callbackTeams() {
    return callbackTeams;
  }
}
