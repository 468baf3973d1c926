/**
 * Looks over a set-up and says what is wrong with it before anybody fails to sign in.
 *
 * <p>Knows every check, and what a realm and a registration have to be like; what a catalog has to
 * be like is known where one is asked, outside of Keycloak. Must not know how it is found out what
 * they are like.
 */
@NullMarked
package io.entrabroker.doctor;

import org.jspecify.annotations.NullMarked;
