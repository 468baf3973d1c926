package io.entrabroker.clientauth;

/**
 * This server, as people and Entra know it.
 *
 * @param origin {@code scheme://host[:port]} under which people see it
 * @param issuer the realm's issuer, under which Entra finds discovery and keys
 * @param alias the identity provider's alias, which is fixed for its life
 */
public record Broker(String origin, String issuer, String alias) {}
