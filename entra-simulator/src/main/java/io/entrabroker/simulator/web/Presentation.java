package io.entrabroker.simulator.web;

/**
 * What handlers need to speak to browsers.
 *
 * @param loginHosts the public addresses
 * @param cookie the session cookie
 * @param failures shows errors
 * @param writer shows outcomes
 */
record Presentation(
    LoginHosts loginHosts, SessionCookie cookie, Failures failures, OutcomeWriter writer) {}
