/**
 * How a session ends: which one of Microsoft's belongs to ours, and the request that ends it there.
 *
 * <p>Knows Microsoft's sign-out requests; must not know Keycloak, HTTP or the time.
 */
@NullMarked
package io.entrabroker.logout;

import org.jspecify.annotations.NullMarked;
