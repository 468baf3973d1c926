package io.entrabroker.simulator.policy;

/** When a rule is looked at. */
public enum Moment {
  /** In the browser, at the authorization endpoint. */
  SIGN_IN,
  /** When a code is redeemed at the token endpoint. */
  REDEMPTION,
  /** When a refresh token is used at the token endpoint. */
  REFRESH
}
