package io.entrabroker.preview;

import io.entrabroker.diagnostics.MicrosoftError;
import io.entrabroker.signin.Rejection;

/** Whether the sign-in would have let the person in. */
public sealed interface Verdict {

  /** They would be in the catalog. */
  record Admitted() implements Verdict {
    @Override
    public String code() {
      return "admitted";
    }
  }

  /**
   * They would have been refused.
   *
   * @param code the refusal's code
   * @param what what happened
   * @param remedy what to do
   * @param detail further sentences, or empty; of Microsoft's codes, never its texts
   */
  record Refused(String code, String what, String remedy, String detail) implements Verdict {

    /** A refusal of ours. */
    public static Refused of(Rejection rejection, String detail) {
      return new Refused(
          rejection.code(), rejection.whatHappened(), rejection.whatToDo(), detail.strip());
    }

    /** Microsoft's. */
    public static Refused of(Rejection rejection, MicrosoftError error) {
      return of(rejection, error.reference() + ". " + error.explanation());
    }
  }

  /** For the event: the refusal's code, or {@code admitted}. */
  String code();
}
