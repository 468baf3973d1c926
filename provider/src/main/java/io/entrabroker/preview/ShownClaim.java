package io.entrabroker.preview;

/**
 * A claim of the ID token as it is shown.
 *
 * @param name the claim's name, in one line
 * @param value its value, masked, or that it is not shown
 */
public record ShownClaim(String name, Line value) {}
