package io.entrabroker.samplecatalog.rules;

import java.util.function.Function;

/**
 * Either a value or the reason why there is none. Checks are chained with {@link #then}; the first
 * refusal ends the chain.
 *
 * @param <T> what an accepted outcome carries
 */
public sealed interface Outcome<T> permits Outcome.Accepted, Outcome.Refused {

  static <T> Outcome<T> accept(T value) {
    return new Accepted<>(value);
  }

  static <T> Outcome<T> refuse(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /** Continues with {@code next}, or stays refused. */
  <R> Outcome<R> then(Function<? super T, Outcome<R>> next);

  /** The answer for either case. */
  <R> R fold(Function<? super T, ? extends R> accepted, Function<Refusal, ? extends R> refused);

  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return then(value -> accept(change.apply(value)));
  }

  record Accepted<T>(T value) implements Outcome<T> {
    @Override
    public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
      return next.apply(value);
    }

    @Override
    public <R> R fold(
        Function<? super T, ? extends R> accepted, Function<Refusal, ? extends R> refused) {
      return accepted.apply(value);
    }
  }

  record Refused<T>(Refusal refusal) implements Outcome<T> {
    @Override
    public <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
      return refuse(refusal);
    }

    @Override
    public <R> R fold(
        Function<? super T, ? extends R> accepted, Function<Refusal, ? extends R> refused) {
      return refused.apply(refusal);
    }
  }
}
