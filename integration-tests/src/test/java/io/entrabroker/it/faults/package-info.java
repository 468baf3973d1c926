/** Microsoft is slow, broken, or somebody else: every sign-in ends, in time and explained. */
@NullMarked
package io.entrabroker.it.faults;

import org.jspecify.annotations.NullMarked;
