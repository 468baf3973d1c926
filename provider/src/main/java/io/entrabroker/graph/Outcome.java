package io.entrabroker.graph;

import java.util.function.Function;

/**
 * What came of a question: an answer or a failure.
 *
 * @param <T> the type of the answer
 */
sealed interface Outcome<T> {

  /** There is an answer. */
  record Found<T>(T value) implements Outcome<T> {
    @Override
    public <R> R fold(Function<T, R> whenFound, Function<GraphFailure, R> whenFailed) {
      return whenFound.apply(value);
    }
  }

  /** There is none. */
  record Failed<T>(GraphFailure failure) implements Outcome<T> {
    @Override
    public <R> R fold(Function<T, R> whenFound, Function<GraphFailure, R> whenFailed) {
      return whenFailed.apply(failure);
    }
  }

  static <T> Outcome<T> found(T value) {
    return new Found<>(value);
  }

  static <T> Outcome<T> failed(GraphFailure failure) {
    return new Failed<>(failure);
  }

  /** Gives the result of the function that fits. */
  <R> R fold(Function<T, R> whenFound, Function<GraphFailure, R> whenFailed);

  /** Goes on with the answer. */
  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return fold(next, Outcome::failed);
  }

  /** Tries something else after a failure. */
  default Outcome<T> orElse(Function<GraphFailure, Outcome<T>> other) {
    return fold(value -> this, other);
  }
}
