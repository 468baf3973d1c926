package io.entrabroker.samplecatalog.rules;

/**
 * An accepted bearer token.
 *
 * @param principal who it speaks for
 * @param claims everything it says
 */
public record Bearer(Principal principal, Claims claims) {}
