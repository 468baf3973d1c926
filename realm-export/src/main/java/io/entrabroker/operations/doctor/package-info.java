/**
 * Looks over a running catalog and says what is wrong with its sign-in.
 *
 * <p>Knows what a catalog tells, and what it has to be like. Must not know how it is asked.
 */
@NullMarked
package io.entrabroker.operations.doctor;

import org.jspecify.annotations.NullMarked;
