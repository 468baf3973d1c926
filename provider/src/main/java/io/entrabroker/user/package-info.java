/**
 * Who a person is: from the claims of a trusted token to an identity key, a username and an
 * address.
 *
 * <p>Must not know how a token became trusted, nor where users are kept.
 */
@NullMarked
package io.entrabroker.user;

import org.jspecify.annotations.NullMarked;
