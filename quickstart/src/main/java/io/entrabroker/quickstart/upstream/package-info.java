/**
 * Where people sign in: the simulator, started here, or a real tenant of Entra ID. Knows app
 * registrations and people. Must not know Keycloak's API, nor the catalog.
 */
@NullMarked
package io.entrabroker.quickstart.upstream;

import org.jspecify.annotations.NullMarked;
