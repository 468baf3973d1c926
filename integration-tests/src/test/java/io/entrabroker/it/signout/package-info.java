/**
 * Signing out: of the catalog, here, at Microsoft, and what remains of it. Knows the addresses that
 * browsers pass; nothing of how a sign-in is judged.
 */
@NullMarked
package io.entrabroker.it.signout;

import org.jspecify.annotations.NullMarked;
