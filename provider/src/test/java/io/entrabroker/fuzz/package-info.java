/**
 * Every parser of what others write, fed with nonsense by a fuzzer (docs/fuzzing.md).
 *
 * <p>Each class has one test, since the fuzzer runs one test for each Java machine.
 */
@NullMarked
package io.entrabroker.fuzz;

import org.jspecify.annotations.NullMarked;
