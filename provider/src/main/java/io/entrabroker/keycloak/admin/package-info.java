/**
 * What administrators can ask for over Keycloak's admin REST interface.
 *
 * <p>Checks permissions, translates requests and answers; decides nothing.
 */
package io.entrabroker.keycloak.admin;
