/** Keycloak's admin REST API, against a server of the test. */
@NullMarked
package io.entrabroker.operations.keycloak;

import org.jspecify.annotations.NullMarked;
