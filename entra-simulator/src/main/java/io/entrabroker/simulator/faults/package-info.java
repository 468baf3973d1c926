/**
 * What goes wrong on demand, per endpoint: connections, times, statuses and contents.
 *
 * <p>Describes answers over an abstract exchange; must not know tenants, tokens or HTTP servers.
 */
@NullMarked
package io.entrabroker.simulator.faults;

import org.jspecify.annotations.NullMarked;
