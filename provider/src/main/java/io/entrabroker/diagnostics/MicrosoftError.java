package io.entrabroker.diagnostics;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error answer of Entra, reduced to what may be logged and shown: codes and ids, never texts,
 * since anybody can write a text into a redirect.
 *
 * @param error the OAuth error code, or {@code unknown}
 * @param number the AADSTS number, or 0 if there is none
 * @param correlationId the id for Entra's sign-in log, or empty
 */
public record MicrosoftError(String error, int number, String correlationId) {

  private static final Pattern OAUTH_ERROR = Pattern.compile("[a-z_]{1,48}");
  private static final Pattern AADSTS = Pattern.compile("^AADSTS(\\d{4,8})\\b");
  private static final Pattern CORRELATION =
      Pattern.compile("Correlation ID: ([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\b");
  private static final int LONGEST = 4096;
  private static final int CONSENT_DECLINED = AadstsCode.CONSENT_DECLINED.number();

  /**
   * Reads an answer.
   *
   * @param error the {@code error} member or parameter, or empty
   * @param description the {@code error_description}, or empty
   */
  public static MicrosoftError read(String error, String description) {
    String text = description.substring(0, Math.min(description.length(), LONGEST));
    Matcher code = AADSTS.matcher(text);
    Matcher correlation = CORRELATION.matcher(text);
    return new MicrosoftError(
        OAUTH_ERROR.matcher(error).matches() ? error : "unknown",
        code.find() ? Integer.parseInt(code.group(1)) : 0,
        correlation.find() ? correlation.group(1) : "");
  }

  /** Whether the person chose not to go on. */
  public boolean isCancelled() {
    return error.equals("access_denied") && (number == 0 || number == CONSENT_DECLINED);
  }

  /** {@code AADSTS7000215}, or the OAuth error where Microsoft gave no number. */
  public String code() {
    return number == 0 ? error : "AADSTS" + number;
  }

  /** What an administrator does about it, if the code is known. */
  public Optional<String> explanation() {
    return AadstsCode.of(number).map(AadstsCode::explanation);
  }
}
