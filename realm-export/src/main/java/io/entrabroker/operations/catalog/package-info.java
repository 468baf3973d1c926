/**
 * A running catalog as its administrators see it: settings of the sign-in, people, teams, roles.
 *
 * <p>Knows OpenMetadata's API, and what may be written back and what must not be touched. Must not
 * know Keycloak's API.
 */
@NullMarked
package io.entrabroker.operations.catalog;

import org.jspecify.annotations.NullMarked;
