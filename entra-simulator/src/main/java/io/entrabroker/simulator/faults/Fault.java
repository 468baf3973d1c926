package io.entrabroker.simulator.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entrabroker.simulator.faults.Exchange.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** What goes wrong with one answer of an endpoint, for tests of clients. */
@FunctionalInterface
public interface Fault {

  /**
   * Answers, or does not.
   *
   * @throws Exception if the client is gone, or whatever the endpoint throws
   */
  void answer(Exchange exchange) throws Exception;

  /** An error of this HTTP status in the endpoint's own shape. */
  static Fault status(int status) {
    return exchange -> exchange.fail(status, Map.of());
  }

  /** 429, with the time to wait. */
  static Fault throttled(Duration retryAfter) {
    return exchange ->
        exchange.fail(429, Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
  }

  /**
   * The connection is closed without an answer. The port itself goes on listening: what refuses
   * connections altogether is a simulator that was closed.
   */
  static Fault connectionClosed() {
    return Exchange::hangUp;
  }

  /** Nothing is sent for this time, then the genuine answer. */
  static Fault slowHeaders(Duration time) {
    return exchange -> {
      exchange.pause(time);
      exchange.send(exchange.genuine());
    };
  }

  /** The headers come at once, the genuine body one character at a time. */
  static Fault slowBody(Duration betweenCharacters) {
    return exchange -> {
      Answer genuine = exchange.genuine();
      exchange.begin(genuine.withBody(""));
      boolean faulty = true;
      for (int i = 0; i < genuine.body().length(); i++) {
        faulty = faulty && exchange.pause(betweenCharacters);
        exchange.write(genuine.body().substring(i, i + 1));
      }
    };
  }

  /** A JSON object that never ends, as fast as the client reads it. */
  static Fault endlessBody() {
    return exchange -> {
      String more = "x".repeat(8192);
      exchange.begin(json("{\"padding\":\""));
      while (exchange.pause(Duration.ZERO)) {
        exchange.write(more);
      }
      exchange.hangUp();
    };
  }

  /** The genuine answer, whose connection is closed in the middle. */
  static Fault brokenOff() {
    return exchange -> {
      Answer genuine = exchange.genuine();
      exchange.begin(genuine.withBody(genuine.body().substring(0, genuine.body().length() / 2)));
      exchange.hangUp();
    };
  }

  /** Status 200 and JSON's content type, but no JSON. */
  static Fault garbage() {
    return exchange -> exchange.send(json("\u0000{[}\"\uFFFD<<"));
  }

  /** Status 200 and an empty body. */
  static Fault nothing() {
    return exchange -> exchange.send(json(""));
  }

  /** A proxy's page instead of the answer: status 200 and HTML. */
  static Fault page() {
    return exchange ->
        exchange.send(
            new Answer(
                200,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                "<!doctype html><title>Proxy</title><p>Please accept our terms."));
  }

  /** JSON nested this deep. */
  static Fault nested(int depth) {
    return exchange -> exchange.send(json("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
  }

  /** 302 to the address that was asked, for ever. */
  static Fault redirectLoop() {
    return exchange -> redirect(exchange, exchange.address());
  }

  /** 302 to somewhere else. */
  static Fault redirect(URI target) {
    return exchange -> redirect(exchange, target.toString());
  }

  /** The genuine answer with a member that makes it this much larger. */
  static Fault oversized(int characters) {
    return changed(body -> body.put("padding", "x".repeat(characters)));
  }

  /** The genuine answer, changed in place: a lie that is well-formed. */
  static Fault changed(Consumer<ObjectNode> change) {
    return exchange -> {
      Answer genuine = exchange.genuine();
      ObjectNode body = (ObjectNode) new ObjectMapper().readTree(genuine.body());
      change.accept(body);
      exchange.send(genuine.withBody(body.toString()));
    };
  }

  private static void redirect(Exchange exchange, String target) {
    exchange.send(new Answer(302, Map.of("Location", target), ""));
  }

  private static Answer json(String body) {
    return new Answer(200, Map.of("Content-Type", "application/json; charset=utf-8"), body);
  }
}
