/**
 * One sign-in, from the ID token as it came to a person or to a reason why not.
 *
 * <p>Composes the other core packages. Must not know how the token travelled, nor Keycloak.
 */
@NullMarked
package io.entrabroker.signin;

import org.jspecify.annotations.NullMarked;
