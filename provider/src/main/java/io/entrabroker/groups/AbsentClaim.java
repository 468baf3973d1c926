package io.entrabroker.groups;

/** What it means that a token carries no groups, and no word that there are too many. */
public enum AbsentClaim {
  /** The person is in none: Entra leaves the claim out then. */
  MEANS_NONE,
  /** Nothing: the app registration may issue no groups at all, so Microsoft Graph is asked. */
  UNKNOWN
}
