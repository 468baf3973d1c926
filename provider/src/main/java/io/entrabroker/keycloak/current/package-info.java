/**
 * Compares living sessions with Entra: finds those that are due, redeems their refresh tokens, and
 * carries out what follows.
 *
 * <p>What an answer means is decided in the core; how tokens are kept is known elsewhere.
 */
package io.entrabroker.keycloak.current;
