package io.entrabroker.signin;

/** What a person reads when a sign-in is refused. The texts are in the message bundles. */
public enum Page {
  /** The answer belongs to no sign-in of this browser: begin again. */
  START_AGAIN("entraStartAgain", 400),
  /** The set-up is wrong: an administrator has to act. */
  NOT_SET_UP("entraNotSetUp", 502),
  /** Microsoft refused, and says why to administrators. */
  MICROSOFT_REFUSED("entraMicrosoftRefused", 502),
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
  ACCOUNT_EXISTS("entraAccountExists", 409);

  private final String messageKey;
  private final int status;

  Page(String messageKey, int status) {
    this.messageKey = messageKey;
    this.status = status;
  }

  /** The key of the text, which takes the incident's id as {@code {0}}. */
  public String messageKey() {
    return messageKey;
  }

  /** The HTTP status of the page. */
  public int status() {
    return status;
  }
}
