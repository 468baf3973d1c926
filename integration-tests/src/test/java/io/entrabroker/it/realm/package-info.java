/**
 * What a real Keycloak makes of the realm file: what survives the import, who can get in, what a
 * user can change, how tokens are signed. Knows nothing of how a sign-in at Entra goes.
 */
@NullMarked
package io.entrabroker.it.realm;

import org.jspecify.annotations.NullMarked;
