/**
 * The users of a realm as a sign-in sees them, and what one step of a sign-in leaves for the next.
 *
 * <p>Reads and writes Keycloak's users; who somebody is, is the core's matter.
 */
package io.entrabroker.keycloak.people;
