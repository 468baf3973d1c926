package io.entrabroker.clientauth;

/**
 * A key of the realm that others can verify by the realm's key set.
 *
 * @param kid its id in the key set
 * @param signer signs with it
 */
public record RealmKey(String kid, AssertionSigner signer) {}
