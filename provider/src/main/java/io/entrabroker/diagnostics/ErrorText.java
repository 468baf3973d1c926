package io.entrabroker.diagnostics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be kept of an {@code error_description}: the number at its very beginning, and ids.
 *
 * @param number the AADSTS number, or 0
 * @param ids the ids that the text names
 */
record ErrorText(int number, RequestIds ids) {

  private static final Pattern AADSTS = Pattern.compile("^AADSTS([1-9]\\d{3,7})\\b");
  private static final int LONGEST = 4096;
  private static final int SMALLEST_NUMBER = 1000;
  private static final int LARGEST_NUMBER = 99_999_999;

  static ErrorText of(String description) {
    String text = description.substring(0, Math.min(description.length(), LONGEST));
    Matcher code = AADSTS.matcher(text);
    return new ErrorText(code.find() ? Integer.parseInt(code.group(1)) : 0, RequestIds.in(text));
  }

  /** The first number of {@code error_codes} that is one, or the other. */
  static int number(JsonNode errorCodes, int otherwise) {
    for (JsonNode code : errorCodes) {
      if (code.isInt() && code.intValue() >= SMALLEST_NUMBER && code.intValue() <= LARGEST_NUMBER) {
        return code.intValue();
      }
    }
    return otherwise;
  }
}
