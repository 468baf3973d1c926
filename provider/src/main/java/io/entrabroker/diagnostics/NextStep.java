package io.entrabroker.diagnostics;

/** What a person whom Microsoft refused can do next. */
public enum NextStep {
  /** Begin again: it took too long, or was used already. */
  SIGN_IN_AGAIN,
  /** Begin again and do what Microsoft asks, such as a second factor. */
  MORE_PROOF,
  /** Use the account of this organisation. */
  OTHER_ACCOUNT,
  /** Have the account put in order: it is locked or disabled, or its password has expired. */
  ACCOUNT_STATE,
  /** Ask for access to the application. */
  ASK_FOR_ACCESS,
  /** Ask for the application to be approved. */
  ASK_FOR_APPROVAL,
  /** Ask which device or place the organisation's rules allow. */
  ORGANISATION_RULES,
  /** Tell the administrator: the set-up is wrong. */
  SET_UP,
  /** Wait. */
  WAIT,
  /** Nobody knows: try again, and tell the administrator if it fails once more. */
  TRY_AND_TELL
}
