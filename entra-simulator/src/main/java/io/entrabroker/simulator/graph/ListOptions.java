package io.entrabroker.simulator.graph;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request wants of a list.
 *
 * @param request the request itself
 * @param top how many objects a page has at most
 * @param skip how many objects earlier pages had
 * @see <a href="https://learn.microsoft.com/graph/query-parameters">Use query parameters to
 *     customize Microsoft Graph query results</a>
 */
record ListOptions(GraphRequest request, int top, int skip) {

  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 999;
  private static final Set<String> KNOWN = Set.of("$select", "$top", "$count", "$skiptoken");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern TOKEN = Pattern.compile("m~(\\d{1,9})");

  /**
   * @throws GraphException 400 for a page size out of range, a token that Graph did not issue, or
   *     an option that the simulator does not have
   */
  static ListOptions of(GraphRequest request) {
    request.query().keySet().stream()
        .filter(name -> name.startsWith("$") && !KNOWN.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw GraphException.unsupportedQuery("The simulator does not know " + name + ".");
            });
    return new ListOptions(request, top(request), skip(request));
  }

  /** The properties that were asked for by name. */
  Optional<List<String>> select() {
    return Optional.ofNullable(request.query().get("$select"))
        .map(names -> Arrays.stream(names.split(",", -1)).map(String::trim).toList());
  }

  /** Whether the answer says how many objects there are; Graph says so on the first page only. */
  boolean counts() {
    return countAsked() && request.eventuallyConsistent() && skip == 0;
  }

  /**
   * @throws GraphException 400 if the query is not an advanced one, as a cast demands
   */
  void requireAdvanced() {
    if (!countAsked() || !request.eventuallyConsistent()) {
      throw GraphException.unsupportedQuery(
          "The specified query needs the header ConsistencyLevel: eventual and $count=true.");
    }
  }

  /** The value of {@code $skiptoken} that leads to the page after this one. */
  String nextToken() {
    byte[] text = ("m~" + (skip + top)).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private boolean countAsked() {
    return "true".equals(request.query().get("$count"));
  }

  private static int top(GraphRequest request) {
    String text = request.query().getOrDefault("$top", Integer.toString(USUAL_PAGE));
    int top = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (top < 1 || top > LARGEST_PAGE) {
      throw GraphException.unsupportedQuery(
          "Invalid page size specified: '%s'. Must be between 1 and %d inclusive."
              .formatted(text, LARGEST_PAGE));
    }
    return top;
  }

  private static int skip(GraphRequest request) {
    String token = request.query().get("$skiptoken");
    if (token == null) {
      return 0;
    }
    Matcher known = TOKEN.matcher(decoded(token));
    if (!known.matches()) {
      throw GraphException.badRequest("Skip token is not valid.");
    }
    return Integer.parseInt(known.group(1));
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
