package io.entrabroker.doctor;

import java.util.List;

/** What is looked at of the catalog's request when somebody signs in. */
public final class SignInRequestChecks {

  public static final Check OTHER_REQUEST =
      Check.ofSetting(
          6519,
          Severity.ERROR,
          "The catalog sends people who sign in elsewhere, or with other values, than the realm expects.",
          "Give it the configuration that bin/catalog-config writes.");

  public static final Check ASKED_EVERY_TIME =
      Check.ofSetting(
          6520,
          Severity.WARNING,
          "The catalog sends everybody to Microsoft at every sign-in, which are OpenMetadata's defaults.",
          "Set prompt and maxAge (OIDC_PROMPT_TYPE, OIDC_MAX_AGE) as bin/catalog-config writes them.");

  public static final Check NO_PKCE =
      Check.ofSetting(
          6521,
          Severity.WARNING,
          "The catalog signs in without PKCE.",
          "Set disablePkce (OIDC_DISABLE_PKCE) to false.");

  static final List<Check> ALL = List.of(OTHER_REQUEST, ASKED_EVERY_TIME, NO_PKCE);

  private SignInRequestChecks() {}
}
