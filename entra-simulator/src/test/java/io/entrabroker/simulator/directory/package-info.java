/**
 * The rules of the directory on their own: redirect URIs, memberships, what a file must hold.
 *
 * <p>Needs no server.
 */
@NullMarked
package io.entrabroker.simulator.directory;

import org.jspecify.annotations.NullMarked;
