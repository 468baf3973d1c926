/**
 * The realm's top-level groups and roles, which are the catalog's teams and roles.
 *
 * <p>Finds, creates, joins and leaves; who belongs where is the core's matter.
 */
package io.entrabroker.keycloak.teams;
