/**
 * The catalog's configuration as the broker writes it, tried out: a sample catalog that has nothing
 * but such a file. Knows releases and forms; nothing of how the broker writes them.
 */
@NullMarked
package io.entrabroker.it.catalog;

import org.jspecify.annotations.NullMarked;
