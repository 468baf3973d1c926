package io.entrabroker;

import java.util.function.Function;

/**
 * What came of a question: an answer, or why there is none.
 *
 * @param <T> the type of the answer
 * @param <F> the type of the failure
 */
public sealed interface Outcome<T, F> {

  /** There is an answer. */
  record Found<T, F>(T value) implements Outcome<T, F> {
    @Override
    public <R> R fold(Function<T, R> whenFound, Function<F, R> whenFailed) {
      return whenFound.apply(value);
    }
  }

  /** There is none. */
  record Failed<T, F>(F failure) implements Outcome<T, F> {
    @Override
    public <R> R fold(Function<T, R> whenFound, Function<F, R> whenFailed) {
      return whenFailed.apply(failure);
    }
  }

  static <T, F> Outcome<T, F> found(T value) {
    return new Found<>(value);
  }

  static <T, F> Outcome<T, F> failed(F failure) {
    return new Failed<>(failure);
  }

  /** Gives the result of the function that fits. */
  <R> R fold(Function<T, R> whenFound, Function<F, R> whenFailed);

  /** Goes on with the answer. */
  default <R> Outcome<R, F> map(Function<T, R> next) {
    return then(value -> found(next.apply(value)));
  }

  /** Goes on with the answer, to another question. */
  default <R> Outcome<R, F> then(Function<T, Outcome<R, F>> next) {
    return fold(next, Outcome::failed);
  }

  /** Tries something else after a failure. */
  default Outcome<T, F> orElse(Function<F, Outcome<T, F>> other) {
    return fold(value -> this, other);
  }
}
