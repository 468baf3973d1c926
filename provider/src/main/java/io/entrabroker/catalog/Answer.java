package io.entrabroker.catalog;

import io.entrabroker.catalog.CatalogPrediction.Refused;
import java.util.function.Function;

/**
 * Either a value or the catalog's refusal. Checks are chained with {@link #then}; the first refusal
 * ends the chain.
 *
 * @param <T> the type of the value
 */
sealed interface Answer<T> {

  record Yes<T>(T value) implements Answer<T> {
    @Override
    public <R> Answer<R> then(Function<T, Answer<R>> next) {
      return next.apply(value);
    }

    @Override
    public <R> R fold(Function<T, R> whenYes, Function<Refused, R> whenNo) {
      return whenYes.apply(value);
    }
  }

  record No<T>(Refused refusal) implements Answer<T> {
    @Override
    public <R> Answer<R> then(Function<T, Answer<R>> next) {
      return new No<>(refusal);
    }

    @Override
    public <R> R fold(Function<T, R> whenYes, Function<Refused, R> whenNo) {
      return whenNo.apply(refusal);
    }
  }

  static <T> Answer<T> yes(T value) {
    return new Yes<>(value);
  }

  static <T> Answer<T> no(Refused refusal) {
    return new No<>(refusal);
  }

  static <T> Answer<T> unauthorized(String message) {
    return new No<>(Refused.unauthorized(message));
  }

  /** Continues with {@code next}, or stays refused. */
  <R> Answer<R> then(Function<T, Answer<R>> next);

  <R> R fold(Function<T, R> whenYes, Function<Refused, R> whenNo);

  default <R> Answer<R> map(Function<T, R> change) {
    return then(value -> yes(change.apply(value)));
  }
}
