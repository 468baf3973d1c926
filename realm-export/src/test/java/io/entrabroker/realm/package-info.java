/**
 * Tests of the realm file as text: what can be said of it without a server. What Keycloak makes of
 * it is tested in the module integration-tests.
 */
@NullMarked
package io.entrabroker.realm;

import org.jspecify.annotations.NullMarked;
