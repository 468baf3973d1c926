package io.entrabroker.graph;

import java.time.Duration;

/** Sends requests to Microsoft Graph. */
public interface GraphTransport {

  /**
   * Sends a request and reads the whole answer, of a bounded size. Follows no redirect: the request
   * carries an access token. Never throws.
   *
   * @param timeout how long it may take; positive
   */
  GraphAnswer send(GraphRequest request, Duration timeout);
}
