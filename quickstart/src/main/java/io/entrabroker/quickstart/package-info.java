/**
 * The one command behind {@code bin/quickstart}: puts simulator, Keycloak and sample catalog
 * together, says what happens and stops all of it. Must not know how a Keycloak is made, nor what a
 * sign-in looks like.
 */
@NullMarked
package io.entrabroker.quickstart;

import org.jspecify.annotations.NullMarked;
