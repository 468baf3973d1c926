/**
 * Signing out by way of Microsoft, in Keycloak's terms: what a browser takes along and finds again
 * when it comes back.
 *
 * <p>Knows Keycloak's logout; must not know the identity provider and its settings.
 */
package io.entrabroker.keycloak.logout;
