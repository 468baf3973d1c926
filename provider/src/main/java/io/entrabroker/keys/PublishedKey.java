package io.entrabroker.keys;

import java.security.interfaces.RSAPublicKey;

/**
 * A signing key as its authority publishes it.
 *
 * @param id the {@code kid}
 * @param issuer whose tokens the key may sign: an issuer, or one with the template {@code
 *     {tenantid}}; never empty
 * @param key the key, of at least 2048 bits
 */
public record PublishedKey(String id, String issuer, RSAPublicKey key) {}
