package io.entrabroker;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading a text that a person wrote: a value, or a sentence that says what to write
 * instead.
 *
 * @param <T> the type of the value
 */
public sealed interface Parsed<T> {

  /** The text was understood. */
  record Accepted<T>(T value) implements Parsed<T> {
    @Override
    public <R> R fold(Function<T, R> whenAccepted, Function<String, R> whenRefused) {
      return whenAccepted.apply(value);
    }
  }

  /** The text was not understood; {@code problem} is a whole sentence for the administrator. */
  record Refused<T>(String problem) implements Parsed<T> {
    @Override
    public <R> R fold(Function<T, R> whenAccepted, Function<String, R> whenRefused) {
      return whenRefused.apply(problem);
    }
  }

  static <T> Parsed<T> accepted(T value) {
    return new Accepted<>(value);
  }

  static <T> Parsed<T> refused(String problem) {
    return new Refused<>(problem);
  }

  /** Gives the result of the function that fits. */
  <R> R fold(Function<T, R> whenAccepted, Function<String, R> whenRefused);

  /** Goes on with the value, if there is one. */
  default <R> Parsed<R> map(Function<T, R> next) {
    return then(value -> accepted(next.apply(value)));
  }

  /** Goes on with the value, if there is one, to something that may be refused in turn. */
  default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
    return fold(next, Parsed::refused);
  }

  /** The value, if there is one. */
  default Optional<T> asOptional() {
    return fold(Optional::of, problem -> Optional.empty());
  }
}
