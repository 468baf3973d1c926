package io.entrabroker.simulator.errors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One error of Entra ID, ready to be reported.
 *
 * @param code the number after "AADSTS"
 * @param error the OAuth error it travels with, for example {@code invalid_grant}
 * @param text the sentence for people, without number and ids
 * @param members further members of the body, for example {@code suberror} or {@code claims}
 */
public record AadstsError(int code, String error, String text, Map<String, String> members) {

  /** Codes that Microsoft's look-up page does not know, so that no {@code error_uri} is sent. */
  private static final Set<Integer> UNEXPLAINED = Set.of(70003, 700038);

  /** Codes that say "too many requests". */
  private static final Set<Integer> THROTTLING = Set.of(90055);

  /** The member that never travels through the browser. */
  static final String SUBERROR = "suberror";

  public AadstsError {
    members = Map.copyOf(members);
  }

  /** An error without further members; any number is allowed, known here or not. */
  public static AadstsError of(int code, String error, String text) {
    return new AadstsError(code, error, text, Map.of());
  }

  /** The same error with the OAuth error of the endpoint that reports it. */
  public AadstsError reportedAs(String otherError) {
    return new AadstsError(code, otherError, text, members);
  }

  /** The same error with one more member in its body, for example {@code suberror}. */
  public AadstsError and(String member, String value) {
    Map<String, String> more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new AadstsError(code, error, text, more);
  }

  /** The same error with the finer reason that clients of the token endpoint decide by. */
  public AadstsError suberror(String reason) {
    return and(SUBERROR, reason);
  }

  /**
   * The HTTP status at the token endpoint: 401 for a failed client authentication, 429 and 503 for
   * what passes, else 400.
   */
  public int status() {
    if (THROTTLING.contains(code)) {
      return 429;
    }
    return switch (error) {
      case "invalid_client" -> 401;
      case "temporarily_unavailable", "server_error" -> 503;
      default -> 400;
    };
  }

  /** Whether the look-up page explains the code, so that {@code error_uri} is sent. */
  public boolean explained() {
    return !UNEXPLAINED.contains(code);
  }

  /** The number as people quote it, for example {@code AADSTS50011}. */
  public String label() {
    return "AADSTS" + code;
  }
}
