package io.entrabroker.diagnostics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Under which ids Microsoft finds a request again; each a GUID, or empty.
 *
 * @param correlation the id for Entra's sign-in log
 * @param trace the id for Microsoft's support
 */
public record RequestIds(String correlation, String trace) {

  /** Nothing was given. */
  public static final RequestIds NONE = new RequestIds("", "");

  private static final String GUID = "([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\b";
  private static final Pattern WHOLE = Pattern.compile(GUID);
  private static final Pattern CORRELATION = Pattern.compile("\\bCorrelation ID: " + GUID);
  private static final Pattern TRACE = Pattern.compile("\\bTrace ID: " + GUID);

  // Blanks stand between the parts since 2023, line breaks before: neither is looked at.
  static RequestIds in(String description) {
    return new RequestIds(first(CORRELATION, description), first(TRACE, description));
  }

  RequestIds orBetter(JsonNode correlationMember, JsonNode traceMember) {
    return new RequestIds(
        guid(correlationMember).isEmpty() ? correlation : guid(correlationMember),
        guid(traceMember).isEmpty() ? trace : guid(traceMember));
  }

  private static String guid(JsonNode member) {
    return member.isTextual() && WHOLE.matcher(member.textValue()).matches()
        ? member.textValue()
        : "";
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }
}
