/**
 * What stands in ID tokens and access tokens, and how they are signed, rightly or, for attack
 * tests, wrongly.
 *
 * <p>Knows claims, lifetimes and keys; must not know HTTP or which request led to a token.
 */
@NullMarked
package io.entrabroker.simulator.tokens;

import org.jspecify.annotations.NullMarked;
