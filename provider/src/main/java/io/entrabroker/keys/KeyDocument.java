package io.entrabroker.keys;

import io.entrabroker.tenant.Endpoints;
import java.net.URI;

/**
 * A document with signing keys. An application with a claims-mapping policy has signing keys of its
 * own, which Entra publishes only to those who ask with the application's id.
 *
 * <p>Source: <a
 * href="https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-signature">Validate
 * the signature</a>.
 */
public enum KeyDocument {
  /** The keys of everybody at this authority. */
  OF_AUTHORITY,
  /** The keys of one application. */
  OF_APPLICATION;

  /** Where the document is. */
  public URI address(Endpoints endpoints, String clientId) {
    return this == OF_AUTHORITY
        ? endpoints.keys()
        : URI.create(endpoints.keys() + "?appid=" + clientId);
  }
}
