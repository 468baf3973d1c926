/**
 * The token endpoint of Entra ID by way of Keycloak's HTTP client: redeems codes and refresh
 * tokens.
 *
 * <p>Sends and reads; what an answer means for a sign-in or a session is decided elsewhere.
 */
package io.entrabroker.keycloak.token;
