/**
 * What an existing realm lacks of the realm file. The plan is made without a server: it knows the
 * file, the environment and what Keycloak has. Must not know options, files and exit codes.
 */
@NullMarked
package io.entrabroker.operations.realm;

import org.jspecify.annotations.NullMarked;
