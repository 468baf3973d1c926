/**
 * What stands between a person and a token: extra proofs, conditional access, sign-in frequency.
 *
 * <p>Knows people, applications and sessions; must not know requests, tokens or pages.
 */
@NullMarked
package io.entrabroker.simulator.policy;

import org.jspecify.annotations.NullMarked;
