/**
 * Reads off a realm what the catalog has to be told.
 *
 * <p>Translates Keycloak's models; decides nothing.
 */
@NullMarked
package io.entrabroker.keycloak.catalog;

import org.jspecify.annotations.NullMarked;
