/**
 * Microsoft Graph by way of Keycloak's HTTP client.
 *
 * <p>Sends, reads and waits; decides nothing.
 */
package io.entrabroker.keycloak.graph;
