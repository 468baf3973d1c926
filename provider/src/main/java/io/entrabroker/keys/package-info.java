/**
 * The signing keys that an authority publishes: which of them are taken, how long they are trusted,
 * when they are read again. Knows nothing of HTTP, tokens or settings.
 */
@NullMarked
package io.entrabroker.keys;

import org.jspecify.annotations.NullMarked;
