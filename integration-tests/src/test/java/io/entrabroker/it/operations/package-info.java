/** The commands in {@code bin/} against real servers. */
@NullMarked
package io.entrabroker.it.operations;

import org.jspecify.annotations.NullMarked;
