package io.entrabroker.simulator.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** One request that a fault may answer instead of the endpoint. */
public interface Exchange {

  /** The whole address that was asked. */
  String address();

  /**
   * What the endpoint itself would answer.
   *
   * @throws Exception whatever the endpoint throws
   */
  Answer genuine() throws Exception;

  /** Answers at once. */
  void send(Answer answer);

  /** Answers with an error of this status in the endpoint's own shape. */
  void fail(int status, Map<String, String> headers);

  /**
   * Sends status, headers and the bytes given, and goes on with whatever is written next.
   *
   * @throws IOException if the client is gone
   */
  void begin(Answer answer) throws IOException;

  /**
   * Sends more of a body that was begun.
   *
   * @throws IOException if the client is gone
   */
  void write(String more) throws IOException;

  /** Closes the connection without a word, or in the middle of a body. */
  void hangUp();

  /** Waits, but not longer than until all faults are cleared; false if they were cleared. */
  boolean pause(Duration time);

  /**
   * An answer over HTTP.
   *
   * @param headers besides those that the server adds
   */
  record Answer(int status, Map<String, String> headers, String body) {

    public Answer {
      headers = Map.copyOf(headers);
    }

    /** The same with another body. */
    public Answer withBody(String other) {
      return new Answer(status, headers, other);
    }
  }
}
