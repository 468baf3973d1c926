package io.entrabroker.simulator.oauth;

/**
 * What is checked before a code or a refresh token is good for anything.
 *
 * @param platforms what the client sends
 * @param policies what the person may have
 */
record GrantChecks(PlatformRules platforms, PolicyChecks policies) {}
