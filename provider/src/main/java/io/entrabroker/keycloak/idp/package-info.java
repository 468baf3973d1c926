/**
 * The identity provider {@code entra} in Keycloak's terms.
 *
 * <p>Reads Keycloak's objects, calls the core, applies the answer; decides nothing.
 */
package io.entrabroker.keycloak.idp;
