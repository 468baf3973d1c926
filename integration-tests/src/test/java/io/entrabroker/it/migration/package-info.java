/**
 * How people who signed in over Keycloak's own providers come to this one, who cannot, and what of
 * Keycloak's own mappers goes on working. Knows nothing of how a token is checked.
 */
@NullMarked
package io.entrabroker.it.migration;

import org.jspecify.annotations.NullMarked;
