package io.entrabroker.samplecatalog.rules;

/** Reads outcomes in tests. */
final class Outcomes {
  private Outcomes() {}

  static <T> T value(Outcome<T> outcome) {
    return outcome.fold(
        value -> value,
        refusal -> {
          throw new AssertionError("refused: " + refusal);
        });
  }

  static Refusal refusal(Outcome<?> outcome) {
    return outcome.fold(
        value -> {
          throw new AssertionError("accepted: " + value);
        },
        refusal -> refusal);
  }
}
