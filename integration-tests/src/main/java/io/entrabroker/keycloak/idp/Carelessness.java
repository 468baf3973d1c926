package io.entrabroker.keycloak.idp;

/** What the tests' twin does without, beyond the guards of an ID token. */
enum Carelessness {
  /** Sends no PKCE challenge. */
  PKCE,
  /** Takes whatever sign-in the browser has begun for the one that is answered. */
  STATE,
  /** Takes an answer whichever way it comes. */
  ARRIVAL,
  /** Takes any first login flow, and looks for no namesake before it. */
  FIRST_LOGIN_FLOW,
  /** Believes every address, and takes whatever comes close to one. */
  ADDRESS,
  /** Lets in every kind of account. */
  ACCOUNT_KIND,
  /** Follows redirects, reads answers of any length, and any JSON. */
  HTTP,
  /** Asks for the next page of a list wherever it is said to be. */
  NEXT_PAGE,
  /** Asks for groups where the token says. */
  CLAIM_SOURCE,
  /** Takes the token that is wrapped in another. */
  WRAPPING,
  /** Judges an answer by the settings of the request that it answers. */
  MOMENT
}
