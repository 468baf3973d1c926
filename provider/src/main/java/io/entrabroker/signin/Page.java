package io.entrabroker.signin;

import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.diagnostics.NextStep;
import java.util.Map;

/** What a person reads when a sign-in is refused. The texts are in the message bundles. */
public enum Page {
  /** The answer belongs to no sign-in of this browser: begin again. */
  START_AGAIN("entraStartAgain", 400),
  /** The set-up is wrong: an administrator has to act. */
  NOT_SET_UP("entraNotSetUp", 502),
  /** Microsoft refused; nobody here knows more. */
  MICROSOFT_REFUSED("entraMicrosoftRefused", 502),
  /** Microsoft refused: the sign-in took too long or was used already. */
  MICROSOFT_SIGN_IN_AGAIN("entraMicrosoftSignInAgain", 400),
  /** Microsoft wants more proof, such as a second factor. */
  MICROSOFT_MORE_PROOF("entraMicrosoftMoreProof", 403),
  /** Microsoft does not take this account for this organisation. */
  MICROSOFT_OTHER_ACCOUNT("entraMicrosoftOtherAccount", 403),
  /** Microsoft does not let the account in: locked, disabled, password expired. */
  MICROSOFT_ACCOUNT_STATE("entraMicrosoftAccountState", 403),
  /** The account has not been given access to the application. */
  MICROSOFT_NO_ACCESS("entraMicrosoftNoAccess", 403),
  /** The application has not been approved. */
  MICROSOFT_NOT_APPROVED("entraMicrosoftNotApproved", 403),
  /** The organisation's rules forbid the sign-in. */
  MICROSOFT_RULES("entraMicrosoftRules", 403),
  /** Microsoft refused because the set-up is wrong. */
  MICROSOFT_SET_UP("entraMicrosoftSetUp", 502),
  /** Microsoft is in trouble. */
  MICROSOFT_WAIT("entraMicrosoftWait", 503),
  /** Microsoft cannot be reached now. */
  UNAVAILABLE("entraUnavailable", 503),
  /** The answer is not to be trusted. */
  NOT_TRUSTED("entraNotTrusted", 403),
  /** Something broke here. */
  FAILED("entraFailed", 500),
  /** The account is of a kind that may not sign in. */
  NOT_ADMITTED("entraNotAdmitted", 403),
  /** The account lacks an e-mail address. */
  NO_EMAIL("entraNoEmail", 403),
  /** Nobody can say whether the account's e-mail address is the person's own. */
  EMAIL_UNTRUSTED("entraEmailUntrusted", 403),
  /** The name under which the person would be known is reserved or taken. */
  NAME_NOT_AVAILABLE("entraNameNotAvailable", 409),
  /** The person lacks the group or role that opens the door. */
  NO_ACCESS("entraNoAccess", 403),
  /** It cannot be found out now whether the person may come in. */
  ACCESS_UNKNOWN("entraAccessUnknown", 503),
  /** Somebody else here has the same address or name. */
  ACCOUNT_EXISTS("entraAccountExists", 409),
  /** The sign-out is over, or never began. */
  SIGN_OUT_OVER("entraSignOutOver", 400),
  /** The link of a preview is of no use, or not here. */
  PREVIEW_OVER("entraPreviewOver", 400);

  private static final Map<NextStep, Page> AFTER_MICROSOFT =
      Map.of(
          NextStep.SIGN_IN_AGAIN, MICROSOFT_SIGN_IN_AGAIN,
          NextStep.MORE_PROOF, MICROSOFT_MORE_PROOF,
          NextStep.OTHER_ACCOUNT, MICROSOFT_OTHER_ACCOUNT,
          NextStep.ACCOUNT_STATE, MICROSOFT_ACCOUNT_STATE,
          NextStep.ASK_FOR_ACCESS, MICROSOFT_NO_ACCESS,
          NextStep.ASK_FOR_APPROVAL, MICROSOFT_NOT_APPROVED,
          NextStep.ORGANISATION_RULES, MICROSOFT_RULES,
          NextStep.SET_UP, MICROSOFT_SET_UP,
          NextStep.WAIT, MICROSOFT_WAIT,
          NextStep.TRY_AND_TELL, MICROSOFT_REFUSED);

  private final String messageKey;
  private final int status;

  Page(String messageKey, int status) {
    this.messageKey = messageKey;
    this.status = status;
  }

  /** What a person reads whom Microsoft refused. */
  public static Page after(MicrosoftError error) {
    return AFTER_MICROSOFT.getOrDefault(error.nextStep(), MICROSOFT_REFUSED);
  }

  /**
   * The key of the text, which takes the incident's id as {@code {0}} and, where Microsoft refused,
   * {@link MicrosoftError#reference} as {@code {1}}.
   */
  public String messageKey() {
    return messageKey;
  }

  /** The HTTP status of the page. */
  public int status() {
    return status;
  }
}
