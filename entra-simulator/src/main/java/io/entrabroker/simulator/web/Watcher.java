package io.entrabroker.simulator.web;

/**
 * Told of each request to the authorization endpoint, the token endpoint, the logout endpoint and
 * Microsoft Graph, with its answer: for a test that wants to know every token there ever was.
 */
@FunctionalInterface
public interface Watcher {

  /**
   * Called in the thread of the request, when the answer is made and not yet sent.
   *
   * @param answer the answer's body; empty where there is none, or where it was cut short
   */
  void answered(RecordedRequest request, String answer);
}
