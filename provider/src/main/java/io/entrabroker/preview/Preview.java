package io.entrabroker.preview;

import io.entrabroker.diagnostics.Finding;
import java.util.List;

/**
 * The report of a preview: everything that its page shows. What is in it is masked already.
 *
 * @param verdict whether the sign-in would have let the person in
 * @param claims the claims that came; none if no token came that can be trusted
 * @param lines what each rule made of them
 * @param notes what an administrator should know besides
 * @param bands the catalog user in every version; none if there would be none
 */
public record Preview(
    Verdict verdict,
    List<ShownClaim> claims,
    List<Line> lines,
    List<Finding> notes,
    List<Band> bands) {

  public Preview {
    claims = List.copyOf(claims);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
    bands = List.copyOf(bands);
  }

  /** Nobody knows who it was: no trusted token came. */
  public static Preview ofNobody(Verdict.Refused verdict, List<Finding> notes) {
    return new Preview(verdict, List.of(), List.of(), notes, List.of());
  }

  /** Shows nothing personal. */
  @Override
  public String toString() {
    return "Preview[" + verdict.code() + "]";
  }
}
