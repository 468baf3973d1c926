package io.entrabroker.clientauth;

import java.util.Map;

/** Something that proves to Entra, in one request or many, that the application itself asks. */
public interface Proof {

  /**
   * The form parameters of one request, without {@code client_id}.
   *
   * @param clientId the application's id
   */
  Map<String, String> form(String clientId, TokenRequest request);
}
