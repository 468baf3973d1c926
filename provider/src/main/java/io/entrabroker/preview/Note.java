package io.entrabroker.preview;

import io.entrabroker.diagnostics.Finding;

/**
 * What an administrator should know besides.
 *
 * @param code the finding's code
 * @param what what was found
 * @param remedy what to do about it
 */
public record Note(String code, String what, String remedy) {

  /** Of a finding. */
  public static Note of(Finding finding) {
    return new Note(finding.code(), finding.whatWasFound(), finding.whatToDo());
  }
}
