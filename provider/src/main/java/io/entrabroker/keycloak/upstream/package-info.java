/**
 * The one way over which this server asks Microsoft: bounded in time and size, and never led
 * elsewhere.
 *
 * <p>Knows HTTP and Keycloak's client for it; must not know what is asked or why.
 */
@NullMarked
package io.entrabroker.keycloak.upstream;

import org.jspecify.annotations.NullMarked;
