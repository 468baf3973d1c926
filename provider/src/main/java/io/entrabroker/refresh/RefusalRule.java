package io.entrabroker.refresh;

import static io.entrabroker.refresh.RefreshVerdict.SESSION_OVER;
import static io.entrabroker.refresh.RefreshVerdict.SIGN_IN_AGAIN;
import static io.entrabroker.refresh.RefreshVerdict.STOP_REFRESHING;
import static io.entrabroker.refresh.RefreshVerdict.UNCHANGED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What each of Entra's codes means for a session when it answers a refresh. A session ends only on
 * a code that says that the account must not go on; a code that could as well come of a wrong
 * set-up changes nothing.
 *
 * <p>Source: <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">
 * AADSTS error codes</a>, and for revocation <a
 * href="https://learn.microsoft.com/entra/identity-platform/refresh-tokens">Refresh tokens</a>,
 * "Token revocation".
 */
public enum RefusalRule {
  DISABLED(SESSION_OVER, "The account is disabled.", 50057),
  DELETED(
      SESSION_OVER,
      "The account is no longer in the tenant. The refresh token was the tenant's own, so a wrong"
          + " tenant cannot be the cause.",
      50034,
      51004,
      16003),
  REVOKED(
      SESSION_OVER,
      "An administrator or the person revoked the tokens, or the password was reset.",
      50173,
      50133),

  SECOND_FACTOR(
      SIGN_IN_AGAIN,
      "A second factor is demanded, has to be set up, or has expired.",
      50072,
      50074,
      50076,
      50078,
      50079,
      50158),
  CONDITIONAL_ACCESS(
      SIGN_IN_AGAIN,
      "Conditional Access, security defaults, the device or a risk: only a browser can answer.",
      50005,
      50097,
      50131,
      53000,
      53001,
      53002,
      53003,
      53011,
      530003,
      530032,
      530034,
      530035),
  SIGN_IN_FREQUENCY(
      SIGN_IN_AGAIN, "The sign-in frequency of Conditional Access is reached.", 70043),
  SESSION_AT_MICROSOFT(
      SIGN_IN_AGAIN,
      "The session at Microsoft has expired or is not known there.",
      50058,
      50089,
      50132),
  PASSWORD(
      SIGN_IN_AGAIN,
      "The password has expired or has to be set; Microsoft's page asks for it.",
      50055,
      50056,
      50144),
  CONSENT(
      SIGN_IN_AGAIN,
      "Consent is missing or was withdrawn; Microsoft's page asks for it.",
      65001,
      65004,
      90008,
      90094,
      90095),
  NOT_ASSIGNED(
      SIGN_IN_AGAIN,
      "The person is not assigned to the enterprise application any more; Microsoft's page says so.",
      50105),
  GUEST(
      SIGN_IN_AGAIN,
      "A guest's invitation is open, or a policy between tenants stands in the way; Microsoft's page"
          + " says so.",
      50014,
      50020,
      90072,
      16000,
      500021,
      500022,
      500212,
      500213),
  BAD_TOKEN(
      SIGN_IN_AGAIN,
      "The refresh token is not good any more, for a reason that the code leaves open.",
      70000,
      70008),

  UNUSED(STOP_REFRESHING, "The refresh token was not used for 90 days.", 700082),
  SINGLE_PAGE(
      STOP_REFRESHING, "A single-page application's refresh token ends after 24 hours.", 700084),

  CREDENTIAL(
      UNCHANGED,
      "The application's credential is wrong, expired or missing.",
      7000215,
      7000216,
      7000218,
      7000222,
      700021,
      700024,
      700025,
      700027,
      700030,
      70021,
      700211,
      700212,
      700213,
      700229,
      50012,
      50048),
  APPLICATION(
      UNCHANGED,
      "The application is not known in the tenant, or is disabled there.",
      700011,
      700016,
      700038,
      70001,
      7000112,
      1000031,
      650052,
      650053,
      650056,
      650057,
      65005,
      500011,
      50001),
  SET_UP(
      UNCHANGED,
      "The request does not fit the registration, the tenant or the cloud.",
      50011,
      500113,
      50049,
      50194,
      500208,
      70003,
      70005,
      70007,
      70011,
      700022,
      700023,
      700051,
      700054,
      28000,
      28002,
      28003,
      90002,
      90014,
      90023,
      90038,
      90056,
      90124,
      90130,
      900144,
      900382,
      900432,
      900439,
      900561,
      901002,
      9001023,
      9002325,
      9002326,
      9002327,
      9002332),
  CODE_ONLY(
      UNCHANGED,
      "Belongs to the redemption of a code or a password, and says nothing at a refresh.",
      50126,
      54005,
      700005,
      50147,
      501481,
      501491),
  LOCKED(
      UNCHANGED,
      "The account is locked after wrong passwords: anybody who knows the address can bring that"
          + " about.",
      50053),
  TOO_OFTEN(UNCHANGED, "Entra was asked too often.", 50196),
  TROUBLE(
      UNCHANGED,
      "Entra is in trouble.",
      50033,
      50042,
      50043,
      50087,
      90006,
      90024,
      90033,
      90055,
      90090);

  private final RefreshVerdict verdict;
  private final String why;
  private final List<Integer> numbers;

  RefusalRule(RefreshVerdict verdict, String why, Integer... numbers) {
    this.verdict = verdict;
    this.why = why;
    this.numbers = List.of(numbers);
  }

  /** What becomes of the session. */
  public RefreshVerdict verdict() {
    return verdict;
  }

  /** What the codes say, in sentences. */
  public String why() {
    return why;
  }

  /** The numbers behind {@code AADSTS}. */
  public List<Integer> numbers() {
    return numbers;
  }

  /** The rule for a number; empty if the number is not known. */
  public static Optional<RefusalRule> of(int number) {
    return Arrays.stream(values()).filter(rule -> rule.numbers.contains(number)).findFirst();
  }
}
