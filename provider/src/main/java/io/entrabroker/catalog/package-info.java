/**
 * OpenMetadata's contract: which claims make which user in the catalog.
 *
 * <p>Must not know where a user is kept, nor how a token is made.
 */
@NullMarked
package io.entrabroker.catalog;

import org.jspecify.annotations.NullMarked;
