/** Tests of plans without a server: a realm as Keycloak would have imported it, and its drifts. */
@NullMarked
package io.entrabroker.operations.realm;

import org.jspecify.annotations.NullMarked;
