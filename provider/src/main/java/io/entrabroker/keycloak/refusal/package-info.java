/**
 * How a refused sign-in is shown, recorded and logged in Keycloak.
 *
 * <p>Knows Keycloak's events and pages; decides nothing.
 */
package io.entrabroker.keycloak.refusal;
