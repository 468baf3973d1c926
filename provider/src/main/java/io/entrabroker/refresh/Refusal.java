package io.entrabroker.refresh;

import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.diagnostics.SubError;
import java.util.Set;

/**
 * Entra's refusal of a refresh.
 *
 * @param status the HTTP status
 * @param error what the answer says
 */
public record Refusal(int status, MicrosoftError error) {

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  // RFC 6749, section 5.2: these speak of the application, never of the person.
  private static final Set<String> ABOUT_THE_APPLICATION =
      Set.of("invalid_client", "unauthorized_client");

  // What MSAL counts as "interaction required", besides the numbers.
  private static final Set<String> INTERACTION =
      Set.of("interaction_required", "login_required", "consent_required");
  private static final Set<SubError> INTERACTION_DETAILS =
      Set.of(
          SubError.BASIC_ACTION,
          SubError.ADDITIONAL_ACTION,
          SubError.MESSAGE_ONLY,
          SubError.CONSENT_REQUIRED,
          SubError.USER_PASSWORD_EXPIRED,
          SubError.BAD_TOKEN);

  /** What becomes of the session; whatever is not known changes nothing. */
  public RefreshVerdict verdict() {
    if (concernsEverybody()) {
      return RefreshVerdict.UNCHANGED;
    }
    return RefusalRule.of(error.number())
        .map(RefusalRule::verdict)
        .orElseGet(
            () -> asksForThePerson() ? RefreshVerdict.SIGN_IN_AGAIN : RefreshVerdict.UNCHANGED);
  }

  /** Whether any other session would be answered alike now, so that asking for it is of no use. */
  public boolean concernsEverybody() {
    return isTrouble() || ABOUT_THE_APPLICATION.contains(error.error());
  }

  private boolean isTrouble() {
    return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
  }

  private boolean asksForThePerson() {
    return INTERACTION.contains(error.error()) || INTERACTION_DETAILS.contains(error.subError());
  }
}
