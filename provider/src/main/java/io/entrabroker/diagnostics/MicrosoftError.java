package io.entrabroker.diagnostics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An error answer of Entra, reduced to what may be logged and shown: codes and ids, never texts,
 * since anybody can write a text into a redirect.
 *
 * @param error the OAuth error code, or {@code unknown}
 * @param number the AADSTS number, or 0 if there is none
 * @param subError the finer reason
 * @param ids the ids under which Microsoft finds the request again
 * @param challenge what Entra demands of a sign-in that would succeed
 */
public record MicrosoftError(
    String error, int number, SubError subError, RequestIds ids, ClaimsChallenge challenge) {

  /** Instead of an OAuth error code that is not one. */
  public static final String UNKNOWN = "unknown";

  private static final int CONSENT_DECLINED = 65004;

  // OpenID Connect Core 3.1.2.6.
  private static final Set<String> NEEDING_THE_PERSON =
      Set.of(
          "account_selection_required",
          "consent_required",
          "interaction_required",
          "login_required");

  // RFC 6749, OpenID Connect Core 3.1.2.6, RFC 8628, and Entra's own. Any other word may be
  // somebody's message to whoever reads the page.
  private static final Set<String> OAUTH_ERRORS =
      Set.of(
          "access_denied",
          "account_selection_required",
          "authorization_declined",
          "authorization_pending",
          "bad_verification_code",
          "consent_required",
          "expired_token",
          "interaction_required",
          "invalid_client",
          "invalid_grant",
          "invalid_instance",
          "invalid_request",
          "invalid_resource",
          "invalid_scope",
          "invalid_tenant",
          "login_required",
          "server_error",
          "slow_down",
          "temporarily_unavailable",
          "unauthorized_client",
          "unsupported_grant_type",
          "unsupported_response",
          "unsupported_response_type");

  // Where there is no number, or one that nobody knows.
  private static final Map<String, NextStep> BY_ERROR =
      Map.of(
          "temporarily_unavailable", NextStep.WAIT,
          "server_error", NextStep.WAIT,
          "login_required", NextStep.SIGN_IN_AGAIN,
          "interaction_required", NextStep.MORE_PROOF,
          "consent_required", NextStep.ASK_FOR_APPROVAL,
          "invalid_client", NextStep.SET_UP,
          "unauthorized_client", NextStep.SET_UP);

  /**
   * Reads an error that a browser brought.
   *
   * @param error the {@code error} parameter, or empty
   * @param description the {@code error_description}, or empty
   */
  public static MicrosoftError read(String error, String description) {
    return redirected(error, description, "", "");
  }

  /**
   * Reads an error that a browser brought: whoever holds the browser may have written it.
   *
   * @param error the {@code error} parameter, or empty
   * @param description the {@code error_description}, or empty
   * @param subcode the {@code error_subcode}, or empty
   * @param claims the {@code claims}, or empty
   */
  public static MicrosoftError redirected(
      String error, String description, String subcode, String claims) {
    ErrorText text = ErrorText.of(description);
    return new MicrosoftError(
        known(error),
        text.number(),
        SubError.of(subcode),
        text.ids(),
        ClaimsChallenge.broughtByABrowser(claims));
  }

  /** Reads the body of an error answer of the token endpoint. */
  public static MicrosoftError answered(JsonNode body) {
    ErrorText text = ErrorText.of(text(body, "error_description"));
    return new MicrosoftError(
        known(text(body, "error")),
        ErrorText.number(body.path("error_codes"), text.number()),
        SubError.of(text(body, "suberror")),
        text.ids().orBetter(body.path("correlation_id"), body.path("trace_id")),
        ClaimsChallenge.sentByMicrosoft(text(body, "claims")));
  }

  /** The id for Entra's sign-in log, or empty. */
  public String correlationId() {
    return ids.correlation();
  }

  /** Whether the person chose not to go on. */
  public boolean isCancelled() {
    return error.equals("access_denied")
        && (number == 0 || number == CONSENT_DECLINED || subError == SubError.CANCEL);
  }

  /** Whether Entra could not go on without asking the person something. */
  public boolean needsThePerson() {
    return NEEDING_THE_PERSON.contains(error);
  }

  /**
   * Whether a sign-in might succeed where Entra can ask the person for more: a second factor,
   * consent, another device; or can at least explain on its own page why not.
   */
  public boolean needsAnotherSignIn() {
    return challenge.isPresent()
        || needsThePerson()
        || subError.isForThePerson()
        || nextStep() == NextStep.MORE_PROOF;
  }

  /** {@code AADSTS7000215}, or the OAuth error where Microsoft gave no number. */
  public String code() {
    return number == 0 ? error : "AADSTS" + number;
  }

  /** For the page: the code, and the correlation id as Microsoft's own pages print it. */
  public String reference() {
    return correlationId().isEmpty() ? code() : code() + ", Correlation ID " + correlationId();
  }

  /** What is known of the number. */
  public Optional<AadstsCode> entry() {
    return AadstsCode.of(number);
  }

  /** What the person can do next. */
  public NextStep nextStep() {
    return entry()
        .map(AadstsCode::nextStep)
        .orElseGet(() -> BY_ERROR.getOrDefault(error, NextStep.TRY_AND_TELL));
  }

  /** For administrators: what it means, who can mend it and how; for any error. */
  public String explanation() {
    return entry().map(AadstsCode::explanation).orElseGet(this::notExplained);
  }

  private String notExplained() {
    return number == 0
        ? "Microsoft gave no number: find the sign-in under Monitoring & health > Sign-in logs in"
            + " the Entra admin center by its time or correlation id."
        : "This number is not in our table: look it up at https://login.microsoftonline.com/error,"
            + " or find the sign-in under Monitoring & health > Sign-in logs in the Entra admin"
            + " center by its correlation id.";
  }

  private static String known(String error) {
    return OAUTH_ERRORS.contains(error) ? error : UNKNOWN;
  }

  private static String text(JsonNode body, String member) {
    JsonNode value = body.path(member);
    return value.isTextual() ? value.textValue() : "";
  }
}
