/**
 * The step of a first-login flow that creates a person or refuses.
 *
 * <p>Translates between Keycloak's flow and its user store; decides nothing about tokens.
 */
package io.entrabroker.keycloak.firstsignin;
