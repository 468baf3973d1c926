/**
 * Runs a real Keycloak from its distribution: unpacked, built once with our JARs and realm into a
 * template, started from a copy. Knows Keycloak's command line, folders and admin REST API. Must
 * not know Entra ID, the catalog or the quickstart around it.
 */
@NullMarked
package io.entrabroker.quickstart.keycloak;

import org.jspecify.annotations.NullMarked;
