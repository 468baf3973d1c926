/**
 * People and administrators with a real browser: what they press, what they see, and what the
 * catalog gets. Knows nothing of how the messages between the servers look.
 */
@NullMarked
package io.entrabroker.it.browser;

import org.jspecify.annotations.NullMarked;
