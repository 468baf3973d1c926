package io.entrabroker.doctor;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What something has to be like.
 *
 * @param present what must be the case, with the check that finds that it is not
 * @param absent what must not be the case, with the check that finds that it is
 */
record Expectations<T>(Map<T, Check> present, Map<T, Check> absent) {

  /** What is otherwise. */
  Stream<Diagnosis> look(Set<T> traits) {
    return Stream.concat(
            present.entrySet().stream().filter(rule -> !traits.contains(rule.getKey())),
            absent.entrySet().stream().filter(rule -> traits.contains(rule.getKey())))
        .map(rule -> rule.getValue().diagnosis());
  }
}
