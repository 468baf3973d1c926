/**
 * Explains failures: Entra's error codes and what to do about each.
 *
 * <p>Must not know how an error arrived, and keeps nothing of it that could name a person.
 */
@NullMarked
package io.entrabroker.diagnostics;

import org.jspecify.annotations.NullMarked;
