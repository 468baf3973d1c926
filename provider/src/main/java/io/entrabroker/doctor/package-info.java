/**
 * Looks over a set-up and says what is wrong with it before anybody fails to sign in.
 *
 * <p>Knows what a realm, a registration and a catalog have to be like. Must not know how it is
 * found out what they are like.
 */
@NullMarked
package io.entrabroker.doctor;

import org.jspecify.annotations.NullMarked;
