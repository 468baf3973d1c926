/**
 * Asking over HTTP: how long to wait, how much to read. Knows no server. Must not know what is
 * asked for, or who asks.
 */
@NullMarked
package io.entrabroker.operations.web;

import org.jspecify.annotations.NullMarked;
