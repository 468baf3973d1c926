package io.entrabroker.keycloak.preview;

import io.entrabroker.signin.Rejection;
import java.util.function.Function;

/** What somebody came for, or why they do not get it. */
public sealed interface Parcel<T> {

  /** Here it is. */
  record Content<T>(T value) implements Parcel<T> {
    @Override
    public <R> R fold(Function<T, R> whenThere, Function<Rejection, R> otherwise) {
      return whenThere.apply(value);
    }
  }

  /** There is none. */
  record None<T>(Rejection rejection) implements Parcel<T> {
    @Override
    public <R> R fold(Function<T, R> whenThere, Function<Rejection, R> otherwise) {
      return otherwise.apply(rejection);
    }
  }

  static <T> Parcel<T> of(T value) {
    return new Content<>(value);
  }

  static <T> Parcel<T> none(Rejection rejection) {
    return new None<>(rejection);
  }

  /** Goes on with either. */
  <R> R fold(Function<T, R> whenThere, Function<Rejection, R> otherwise);
}
