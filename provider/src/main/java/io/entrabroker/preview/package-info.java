/**
 * What a preview of somebody's sign-in shows, and to whom: the claims, masked; what each rule made
 * of them; the catalog user in every version.
 *
 * <p>Must not know how it is drawn, nor where links and users are kept.
 */
@NullMarked
package io.entrabroker.preview;

import org.jspecify.annotations.NullMarked;
