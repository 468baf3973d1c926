/**
 * The refresh tokens of living sessions: sealed, in a table of their own, bound to a session when
 * it begins and gone when it ends; and the mark that sends a browser to Entra again.
 *
 * <p>Keeps and gives back; when a token is redeemed, and what follows, is decided elsewhere.
 */
package io.entrabroker.keycloak.refresh;
