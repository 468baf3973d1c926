/**
 * Which Entra account has which name in the catalog, for life: a table of its own in Keycloak's
 * database, since nothing else there outlives a user and is unique across nodes.
 *
 * <p>Knows how a name is kept; which name somebody gets is the core's matter.
 */
package io.entrabroker.keycloak.names;
