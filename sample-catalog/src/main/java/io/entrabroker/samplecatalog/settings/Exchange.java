package io.entrabroker.samplecatalog.settings;

import java.net.URI;

/**
 * How the confidential client speaks with the realm.
 *
 * @param discovery {@code discoveryUri}
 * @param scope {@code scope}
 * @param responseType {@code responseType}
 * @param nonce {@code useNonce}
 * @param authentication {@code clientAuthenticationMethod}, such as {@code client_secret_post}
 */
public record Exchange(
    URI discovery, String scope, String responseType, Nonce nonce, String authentication) {

  /** Whether a nonce is sent, and expected in the ID token. */
  public enum Nonce {
    USED,
    LEFT_OUT
  }

  /** OpenMetadata's defaults. */
  public static Exchange with(URI realm) {
    return new Exchange(
        URI.create(realm + "/.well-known/openid-configuration"),
        "openid email profile",
        "code",
        Nonce.USED,
        "client_secret_post");
  }
}
