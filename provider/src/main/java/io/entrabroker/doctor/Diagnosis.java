package io.entrabroker.doctor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /**
   * What is told of it, as programs read it: {@code id}, {@code severity}, {@code found}, {@code
   * detail}, {@code remedy} and {@code link}.
   */
  public Map<String, String> members() {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("id", check.code());
    members.put("severity", check.severity().text());
    members.put("found", check.found());
    members.put("detail", detail);
    members.put("remedy", check.remedy());
    members.put("link", check.link());
    return members;
  }

  /** The same with the place where it is. */
  Diagnosis at(String place) {
    return new Diagnosis(check, detail.isEmpty() ? place : place + ": " + detail);
  }
}
