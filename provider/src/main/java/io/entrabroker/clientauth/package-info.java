/**
 * What each app registration adds to a token request, and what it must leave out.
 *
 * <p>Knows Entra's platform rules; must not know how a request is sent.
 */
@NullMarked
package io.entrabroker.clientauth;

import org.jspecify.annotations.NullMarked;
