package io.entrabroker.groups;

import io.entrabroker.Parsed;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * How the two sides of a line {@code left = name} are read.
 *
 * @param left reads the left side, stripped
 * @param name reads the right side, stripped
 * @param equalsSign where the {@code =} between them stands; -1 if there is none
 * @param example a line as it should be written
 */
record TableFormat<L>(
    Function<String, Parsed<L>> left,
    Function<String, Parsed<String>> name,
    ToIntFunction<String> equalsSign,
    String example) {}
