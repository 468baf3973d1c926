/** The commands, against servers of the test. */
@NullMarked
package io.entrabroker.operations;

import org.jspecify.annotations.NullMarked;
