package io.entrabroker.diagnostics;

import static io.entrabroker.diagnostics.AadstsCode.either;
import static io.entrabroker.diagnostics.NextStep.WAIT;
import static io.entrabroker.diagnostics.Remedy.microsoft;

import java.util.List;

/** Codes of troubles at Microsoft that pass. */
final class OutageCodes {

  static final List<AadstsCode> ALL =
      List.of(
          either(
              90033,
              WAIT,
              "A service of Microsoft is not available for the moment.",
              microsoft(
                  "Wait some minutes and sign in again. If it lasts, look at Microsoft's"
                      + " service health page.")),
          either(
              90006,
              WAIT,
              "A service that Microsoft depends on failed for the moment.",
              microsoft(
                  "Wait some minutes and sign in again. If it lasts, look at Microsoft's"
                      + " service health page.")),
          either(
              90024,
              WAIT,
              "Microsoft took too long and gave up.",
              microsoft(
                  "Wait some minutes and sign in again. If it lasts, look at Microsoft's"
                      + " service health page.")),
          either(
              90055,
              WAIT,
              "Too many requests came from this tenant.",
              microsoft(
                  "Wait some minutes and sign in again. If it lasts, look at Microsoft's"
                      + " service health page.")),
          either(
              90090,
              WAIT,
              "Microsoft Graph failed for the moment.",
              microsoft(
                  "Wait some minutes and sign in again. If it lasts, look at Microsoft's"
                      + " service health page.")),
          either(
              50033,
              WAIT,
              "Something at Microsoft failed for the moment.",
              microsoft(
                  "Wait some minutes and sign in again. If it lasts, look at Microsoft's"
                      + " service health page.")),
          either(
              50087,
              WAIT,
              "The check of the second factor failed for the moment.",
              microsoft(
                  "Wait some minutes and sign in again. If it lasts, look at Microsoft's"
                      + " service health page.")));

  private OutageCodes() {}
}
