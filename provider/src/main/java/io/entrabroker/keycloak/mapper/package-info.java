/**
 * Protocol mappers: from a Keycloak user to the claims of a token.
 *
 * <p>Reads Keycloak's user and writes Keycloak's token; which claims those are is the core's
 * matter.
 */
package io.entrabroker.keycloak.mapper;
