package io.entrabroker.it.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrabroker.it.Json;
import io.entrabroker.simulator.faults.Exchange;
import io.entrabroker.simulator.faults.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads every token that the simulator's token endpoint hands out, and changes nothing. */
final class IssuedTokens implements Fault {

  /** The members of an answer that are tokens. */
  enum Kind {
    REFRESH_TOKEN("refresh_token"),
    ACCESS_TOKEN("access_token"),
    ID_TOKEN("id_token");

    private final String member;

    Kind(String member) {
      this.member = member;
    }
  }

  /**
   * A token.
   *
   * @param text as it was sent
   */
  record Token(Kind kind, String text) {
    @Override
    public String toString() {
      return kind.toString();
    }
  }

  private final List<Token> tokens = new CopyOnWriteArrayList<>();
  private volatile Duration delay = Duration.ZERO;

  @Override
  public void answer(Exchange exchange) throws Exception {
    exchange.pause(delay);
    Exchange.Answer answer = exchange.genuine();
    JsonNode body = Json.read(answer.body());
    for (Kind kind : Kind.values()) {
      if (body.has(kind.member)) {
        tokens.add(new Token(kind, body.get(kind.member).asText()));
      }
    }
    exchange.send(answer);
  }

  /** Every answer takes a while. */
  void slowly(Duration each) {
    delay = each;
  }

  /** All so far. */
  List<Token> all() {
    return List.copyOf(tokens);
  }

  /** The texts of those of a kind. */
  List<String> texts(Kind kind) {
    return tokens.stream().filter(token -> token.kind() == kind).map(Token::text).toList();
  }

  void forget() {
    tokens.clear();
  }
}
