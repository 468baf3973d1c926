/**
 * Keycloak's admin REST API from outside. Knows its addresses and how an administrator signs in.
 * Must not know what is asked for.
 */
@NullMarked
package io.entrabroker.operations.keycloak;

import org.jspecify.annotations.NullMarked;
