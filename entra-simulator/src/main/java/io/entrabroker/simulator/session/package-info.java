/**
 * Who is signed in at the simulator's login host, and what people consented to.
 *
 * <p>Knows the directory; must not know OAuth messages, tokens or HTTP.
 */
@NullMarked
package io.entrabroker.simulator.session;

import org.jspecify.annotations.NullMarked;
