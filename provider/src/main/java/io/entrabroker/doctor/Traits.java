package io.entrabroker.doctor;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is the case with something that is looked at. */
public final class Traits {

  private Traits() {}

  /** Those that hold. */
  public static <T> Set<T> of(Map<T, Boolean> answers) {
    return answers.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
