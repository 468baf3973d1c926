package io.entrabroker.simulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What goes wrong with one answer of Microsoft Graph, for tests of clients. */
@FunctionalInterface
public interface GraphFault {

  /**
   * What the client gets.
   *
   * @param genuine makes the answer that Graph would have given; need not be asked
   */
  GraphAnswer answer(GraphRequest request, Supplier<GraphAnswer> genuine);

  /** An error of this HTTP status in Graph's shape. */
  static GraphFault status(int status) {
    return (request, genuine) ->
        GraphJson.error(
            status,
            FaultCodes.of(status),
            "The simulator was told to fail.",
            GraphJson.ErrorIds.fresh(Clock.systemUTC()));
  }

  /** 429, with the time to wait. */
  static GraphFault throttled(Duration retryAfter) {
    return throttled(Long.toString(retryAfter.toSeconds()));
  }

  /** 429 with any text in {@code Retry-After}: a number, a date, nonsense. */
  static GraphFault throttled(String retryAfter) {
    return status(429).with("Retry-After", retryAfter);
  }

  /** A connection to a program that is no Graph: status 200 and a page. */
  static GraphFault page() {
    return (request, genuine) ->
        new GraphAnswer(
            200,
            Map.of("Content-Type", "text/html; charset=utf-8"),
            "<!doctype html><title>Proxy</title><p>Please accept our terms.");
  }

  /** The genuine answer, cut off in the middle of its JSON. */
  static GraphFault malformed() {
    return (request, genuine) -> {
      GraphAnswer answer = genuine.get();
      return answer.withBody(answer.body().substring(0, answer.body().length() / 2));
    };
  }

  /**
   * The genuine answer with a member that makes it larger than any sensible answer.
   *
   * @param characters how much larger
   */
  static GraphFault oversized(int characters) {
    return changed((request, body) -> body.put("padding", "x".repeat(characters)));
  }

  /** The genuine answer without one of its members, for example {@code value}. */
  static GraphFault without(String member) {
    return changed((request, body) -> body.remove(member));
  }

  /**
   * The genuine answer with a link to a next page at a foreign host.
   *
   * @param origin scheme, host and port, for example {@code https://attacker.example}
   */
  static GraphFault nextLinkTo(String origin) {
    return changed(
        (request, body) ->
            body.put(
                "@odata.nextLink",
                origin + "/v1.0/" + String.join("/", request.path()) + "?$skiptoken=x"));
  }

  /** The genuine answer with a next page that is the same page, if asked for ever. */
  static GraphFault nextLinkToItself() {
    return changed((request, body) -> body.put("@odata.nextLink", Page.link(request, Map.of())));
  }

  /** 302 to somewhere else. */
  static GraphFault redirect(URI target) {
    return (request, genuine) -> new GraphAnswer(302, Map.of("Location", target.toString()), "");
  }

  /** The same fault with one more header. */
  default GraphFault with(String header, String value) {
    return (request, genuine) -> answer(request, genuine).with(header, value);
  }

  private static GraphFault changed(BodyChange change) {
    return (request, genuine) -> {
      GraphAnswer answer = genuine.get();
      ObjectNode body = GraphJson.parsed(answer.body());
      change.applyTo(request, body);
      return answer.withBody(body.toString());
    };
  }

  /** Changes the body of an answer in place. */
  @FunctionalInterface
  interface BodyChange {
    void applyTo(GraphRequest request, ObjectNode body);
  }

  /** The codes that Graph reports with an HTTP status. */
  final class FaultCodes {

    private static final Map<Integer, String> CODES =
        Map.of(
            400, "BadRequest",
            401, "InvalidAuthenticationToken",
            403, "Authorization_RequestDenied",
            404, "Request_ResourceNotFound",
            429, "TooManyRequests",
            500, "InternalServerError",
            503, "ServiceUnavailable",
            504, "GatewayTimeout");

    private FaultCodes() {}

    static String of(int status) {
      return CODES.getOrDefault(status, String.format(Locale.ROOT, "Status%d", status));
    }
  }
}
