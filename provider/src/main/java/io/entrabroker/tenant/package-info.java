/**
 * Who may sign in and where the endpoints live: tenants, authorities, endpoints, the tenant policy.
 *
 * <p>Knows Microsoft's naming rules; must not know Keycloak, HTTP or the time.
 */
@NullMarked
package io.entrabroker.tenant;

import org.jspecify.annotations.NullMarked;
