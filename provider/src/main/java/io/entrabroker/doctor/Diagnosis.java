package io.entrabroker.doctor;

import java.util.Comparator;

/**
 * What was found.
 *
 * @param check what was looked at
 * @param detail where, or what exactly; may be empty
 */
public record Diagnosis(Check check, String detail) {

  /** The worst first. */
  public static final Comparator<Diagnosis> WORST_FIRST =
      Comparator.comparing(Diagnosis::check, Check.WORST_FIRST).thenComparing(Diagnosis::detail);

  /** The same with the place where it is. */
  Diagnosis at(String place) {
    return new Diagnosis(check, detail.isEmpty() ? place : place + ": " + detail);
  }
}
