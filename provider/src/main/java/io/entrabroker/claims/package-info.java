/**
 * The shape of an Entra token: the names of its claims and their types.
 *
 * <p>Must not know whether a token is to be trusted, nor what becomes of a person.
 */
@NullMarked
package io.entrabroker.claims;

import org.jspecify.annotations.NullMarked;
