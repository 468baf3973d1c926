/**
 * The simulator from outside: HTTP, unmodified Microsoft libraries, a browser without scripts.
 *
 * <p>Knows only what clients and people see; must not reach into the simulator's parts.
 */
@NullMarked
package io.entrabroker.simulator;

import org.jspecify.annotations.NullMarked;
