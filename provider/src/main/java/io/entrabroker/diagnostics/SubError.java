package io.entrabroker.diagnostics;

import java.util.Arrays;
import java.util.Set;

/**
 * The finer reason that Entra gives beside an error: {@code suberror} of the token endpoint, {@code
 * error_subcode} of a redirect. A fixed list, so that nobody can write a text into it.
 *
 * <p>Source: <a
 * href="https://learn.microsoft.com/entra/msal/dotnet/advanced/exceptions/msal-error-handling">
 * handling errors in MSAL</a>.
 */
public enum SubError {
  /** None was given. */
  NONE(""),
  /** One was given that is not on this list. */
  OTHER(""),
  /** The person pressed "cancel" at Microsoft. */
  CANCEL("cancel"),
  /** The person can mend it by signing in again, for example with a second factor. */
  BASIC_ACTION("basic_action"),
  /** The person can mend it outside of the sign-in, which Microsoft's page explains. */
  ADDITIONAL_ACTION("additional_action"),
  /** Nothing mends it now; Microsoft's page says why. */
  MESSAGE_ONLY("message_only"),
  /** The person has to consent. */
  CONSENT_REQUIRED("consent_required"),
  /** The person's password has expired. */
  USER_PASSWORD_EXPIRED("user_password_expired"),
  /** The token or code was revoked. */
  BAD_TOKEN("bad_token"),
  /** The sign-in is older than the organisation's rules allow. */
  TOKEN_EXPIRED("token_expired"),
  /** The grant belongs to another client. */
  CLIENT_MISMATCH("client_mismatch"),
  /** The application would have to be under an app protection policy, which no server can be. */
  PROTECTION_POLICY_REQUIRED("protection_policy_required");

  private static final Set<SubError> FOR_THE_PERSON =
      Set.of(
          BASIC_ACTION, ADDITIONAL_ACTION, MESSAGE_ONLY, CONSENT_REQUIRED, USER_PASSWORD_EXPIRED);

  private final String text;

  SubError(String text) {
    this.text = text;
  }

  /** Microsoft's word; empty for {@link #NONE} and {@link #OTHER}. */
  public String text() {
    return text;
  }

  /** Whether Entra's sign-in page has something to ask the person, or to tell them. */
  boolean isForThePerson() {
    return FOR_THE_PERSON.contains(this);
  }

  static SubError of(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst().orElse(OTHER);
  }
}
